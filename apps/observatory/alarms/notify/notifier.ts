import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@octo/platform/telemetry/logger.ts';
import type { AlarmEvent } from '../../store/alarms/alarm-records.ts';
import type { AlarmRule } from '../alarm-rule.ts';
import { type AlarmMessage, messageOf } from './alarm-message.ts';

/** Tells somebody outside that an alarm fired or was cleared. Nothing waits for it. */
export interface Notifier extends AsyncDisposable {
  tell(rule: AlarmRule, event: AlarmEvent): void;
  /** Resolves when all that was to be told was sent or given up. */
  untilTold(): Promise<void>;
  figures(): { readonly sent: number; readonly givenUp: number };
}

export interface NotifierOptions {
  /** Takes JSON by POST. Who knows it may write there, so it is in no log line. */
  readonly url: string;
  readonly logger: Logger;
  /** Before each further attempt. */
  readonly pausesMs?: readonly number[];
  baseUrl(): string | undefined;
}

const usualPausesMs = [1000, 5000, 20_000, 60_000];
const timeoutMs = 5000;
const mostWaiting = 100;

export function createNotifier(options: NotifierOptions): Notifier {
  const { logger, baseUrl } = options;
  const stop = new AbortController();
  let [waiting, sent, givenUp] = [0, 0, 0];
  let chain = Promise.resolve();

  async function deliver(message: AlarmMessage): Promise<void> {
    const { outcome, why } = await attemptAll(message, options, stop.signal);
    waiting -= 1;
    if (outcome === 'sent') sent += 1;
    else {
      givenUp += 1;
      logger.warn(`nobody could be told of the alarm ${message.alarm.id}: ${why}`);
    }
  }

  return {
    tell(rule, event) {
      const message = messageOf(rule, event, baseUrl());
      if (waiting >= mostWaiting) {
        givenUp += 1;
        return;
      }
      waiting += 1;
      chain = chain.then(() => deliver(message));
    },
    untilTold: async () => await chain,
    figures: () => ({ sent, givenUp }),
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await chain;
    },
  };
}

interface Attempt {
  readonly outcome: 'sent' | 'refused' | 'later';
  /** Without the address, which is a secret. */
  readonly why: string;
}

async function attemptAll(message: AlarmMessage, options: NotifierOptions, stopped: AbortSignal): Promise<Attempt> {
  const { url, pausesMs = usualPausesMs } = options;
  let last: Attempt = { outcome: 'later', why: 'it stops' };
  for (const pauseMs of [0, ...pausesMs]) {
    await pause(pauseMs, stopped);
    if (stopped.aborted) break;
    last = await attempt(url, message, stopped);
    if (last.outcome !== 'later') break;
  }
  return last;
}

async function attempt(url: string, message: AlarmMessage, stopped: AbortSignal): Promise<Attempt> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), stopped]),
    });
    await answer.body?.cancel();
    const why = `the answer was ${answer.status}`;
    if (answer.ok) return { outcome: 'sent', why };
    return { outcome: answer.status === 429 || answer.status >= 500 ? 'later' : 'refused', why };
  } catch (error) {
    return { outcome: 'later', why: `no answer (${codeOf(error)})` };
  }
}

/** Not the message of an error: it may hold the address. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}

/** Over at once when everything stops. */
async function pause(ms: number, stopped: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { ref: false, signal: stopped }).catch(() => undefined);
}
