import { type Clock, systemClock } from '@octo/platform/context/context.ts';

/** The time of day, until a test moves it on. */
export function movableClock(): Clock & { pass(milliseconds: number): void } {
  let aheadMs = 0;
  return {
    now: () => new Date(systemClock.now().getTime() + aheadMs),
    pass: (milliseconds) => {
      aheadMs += milliseconds;
    },
  };
}
