import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import type { Child } from '../child.ts';
import { exportsOf } from './exports.ts';
import type { Shape } from './made-up/shape.ts';

export interface Filled {
  readonly spans: number;
  /** From the first export until all is written. */
  readonly seconds: number;
  /** Exports that were sent again, as the observatory asked for. */
  readonly sentAgain: number;
}

const senders = 2;
const writtenWithinMs = 60_000;

/** Sends all of a shape, as fast as it is taken, and waits until it is written. */
export async function fill(
  child: Child,
  shape: Shape,
  { signal, say }: Pick<Bench, 'signal' | 'say'>,
): Promise<Filled> {
  const exports = exportsOf(shape);
  const began = performance.now();
  const found = { spans: 0, sentAgain: 0 };
  let told = 0;
  async function sendNext(): Promise<void> {
    for (const one of exports) {
      signal.throwIfAborted();
      found.sentAgain += await send(child.url + one.path, one.body);
      if (one.path !== '/v1/traces') continue;
      found.spans += one.records;
      if (found.spans < told + 100_000) continue;
      told = found.spans;
      say(`${told} spans after ${((performance.now() - began) / 1000).toFixed(0)} s`);
    }
  }
  // Each takes the next from the one generator; a loop that ends would close it for the others.
  await Promise.all(Array.from({ length: senders }, () => sendNext()));
  await untilWritten(child, found.spans, signal);
  return { ...found, seconds: (performance.now() - began) / 1000 };
}

/** Returns how often it had to come again. */
async function send(url: string, body: Buffer): Promise<number> {
  for (let again = 0; ; again += 1) {
    const answer = await fetch(url, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: { 'content-type': 'application/x-protobuf' },
    });
    await answer.arrayBuffer();
    if (answer.ok) return again;
    if (answer.status !== 429) throw new Error(`${url} answered ${answer.status}`);
    await sleep(1000 * Number(answer.headers.get('retry-after') ?? 1));
  }
}

async function untilWritten(child: Child, spans: number, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + writtenWithinMs;
  for (;;) {
    signal.throwIfAborted();
    const status: { spans?: number } = Object(await (await fetch(`${child.url}/api/status`)).json());
    if ((status.spans ?? 0) >= spans) return;
    if (performance.now() > deadline) throw new Error(`${status.spans} of ${spans} spans were kept`);
    await sleep(50);
  }
}
