export interface Bell {
  ring(): void;
  /** Waits for it, and at most so long. Rung while nobody waited, it does not let the next one wait. */
  rung(longestMs: number): Promise<void>;
}

export function createBell(): Bell {
  let isRung = false;
  let wake: () => void = () => undefined;
  return {
    ring: () => {
      isRung = true;
      wake();
    },
    rung: async (longestMs) => {
      if (!isRung) {
        const waiting = Promise.withResolvers<void>();
        const timer = setTimeout(waiting.resolve, longestMs);
        wake = waiting.resolve;
        await waiting.promise;
        clearTimeout(timer);
      }
      isRung = false;
    },
  };
}
