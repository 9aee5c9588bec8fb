import { useSyncExternalStore } from 'react';

const stepMs = 15_000;
const secondMs = 1_000;
const listeners = new Set<() => void>();
let nowMs = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  nowMs = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    nowMs = Date.now();
    timer = setInterval(tick, stepMs);
  }
  listeners.add(listener);
  // What came in since the last step would be in the future.
  if (Date.now() - nowMs > secondMs) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** The time as the whole page sees it, in steps. One clock for all, so that nothing says two different things. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => nowMs);
}
