import { setTimeout as sleep } from 'node:timers/promises';

export interface Pace {
  perSecond: number;
  count: number;
  signal: AbortSignal;
}

/** Begins so many pieces of work each second, whether or not the ones before are done, and waits for all. Throws when one fails. */
export async function atPace(
  { perSecond, count, signal }: Pace,
  work: (index: number) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const underWay: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    const dueInMs = began + (index * 1000) / perSecond - performance.now();
    if (dueInMs > 0) await sleep(dueInMs, undefined, { signal });
    underWay.push(work(index));
  }
  await Promise.all(underWay);
}
