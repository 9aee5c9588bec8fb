import { setTimeout as sleep } from 'node:timers/promises';

/** Far beyond what anything here needs: reaching it means that it will never happen. */
const patienceMs = 120_000;

/** The value of a promise that must not hang. */
export async function soon<T>(what: string, promise: Promise<T>): Promise<T> {
  const given = AbortSignal.timeout(patienceMs);
  const gone = new Promise<never>((_, reject) => {
    given.addEventListener('abort', () => reject(new Error(`waited in vain for ${what}`)), { once: true });
  });
  return await Promise.race([promise, gone]);
}

/** Returns when the condition holds. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await sleep(20);
  }
}

/** Works through all items, up to `width` of them at a time, in their order. */
export async function sideBySide<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>) {
  const left = items.values();
  const hands = Array.from({ length: width }, async () => {
    for (const item of left) await work(item);
  });
  await Promise.all(hands);
}
