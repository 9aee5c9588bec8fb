import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 15_000;
const pauseMs = 250;

/**
 * Resolves when somebody listens at each of these addresses, or has had a while to. Services of a platform start side by
 * side: the first sweep is not there to tell that the others are a second later.
 */
export async function untilPeersListen(urls: readonly (string | undefined)[], stop: AbortSignal): Promise<void> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]);
  await Promise.all(urls.filter((url) => url !== undefined).map((url) => untilListening(new URL(url), signal)));
}

async function untilListening(url: URL, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !(await isListening(url, signal)))
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
}

async function isListening({ hostname, port, protocol }: URL, signal: AbortSignal): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const socket = connect({ host, port: Number(port) || (protocol === 'https:' ? 443 : 80), signal });
  try {
    await once(socket, 'connect', { signal });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
