/** How many queries of people run side by side. Whoever comes while there are as many waits a moment for a turn. */
export interface Turns {
  /** Ends with being disposed of; undefined when none came in time. */
  take(): Promise<Disposable | undefined>;
}

export function createTurns(most: number, patienceMs: number): Turns {
  const waiting = new Set<() => void>();
  let free = most;
  const turn = (): Disposable => ({
    [Symbol.dispose]: () => {
      const [next] = waiting;
      if (next) next();
      else free += 1;
    },
  });
  return {
    take: async () => {
      if (free > 0) {
        free -= 1;
        return turn();
      }
      const { promise, resolve } = Promise.withResolvers<Disposable | undefined>();
      const leave = (came: Disposable | undefined) => {
        waiting.delete(come);
        clearTimeout(patience);
        resolve(came);
      };
      const come = () => leave(turn());
      const patience = setTimeout(() => leave(undefined), patienceMs);
      waiting.add(come);
      return promise;
    },
  };
}
