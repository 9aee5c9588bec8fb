const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A budget burns too fast when it does so over a long time, and still does. */
export interface BurnWindows {
  readonly title: string;
  readonly shortTitle: string;
  readonly longMs: number;
  readonly shortMs: number;
  /** So many times as fast as would use the budget up by the end of its window. */
  readonly factor: number;
}

/** Would use up a budget of 28 days within days: somebody has to be woken. */
export const fastBurn: readonly BurnWindows[] = [
  { title: '1 h', shortTitle: '5 min', longMs: hourMs, shortMs: 5 * minuteMs, factor: 14.4 },
  { title: '6 h', shortTitle: '30 min', longMs: 6 * hourMs, shortMs: 30 * minuteMs, factor: 6 },
];

/** Would use it up before its time: it can wait for the morning. */
export const slowBurn: readonly BurnWindows[] = [
  { title: '1 day', shortTitle: '2 h', longMs: dayMs, shortMs: 2 * hourMs, factor: 3 },
  { title: '3 days', shortTitle: '6 h', longMs: 3 * dayMs, shortMs: 6 * hourMs, factor: 1 },
];

/** How much has to have gone wrong over the long time, whatever its share: three errors at night wake nobody. */
export const leastEvents = { all: 20, bad: 5 } as const;

export interface GoodAndBad {
  readonly all: number;
  readonly bad: number;
}

/** How many times as fast as the objective allows; undefined of nothing. */
export function burnOf({ all, bad }: GoodAndBad, objective: number): number | undefined {
  return all === 0 ? undefined : bad / all / (1 - objective);
}
