/** Objectives for durations are some of these, in milliseconds: how many requests stayed within is counted for each. */
export const durationLevels = [50, 100, 200, 400, 800, 1600, 3200, 10_000] as const;
export type DurationLevel = (typeof durationLevels)[number];

/** The first level that a duration stays within; one more than there are for one that exceeds them all. */
export function levelOf(durationMs: number): number {
  const level = durationLevels.findIndex((most) => durationMs <= most);
  return level === -1 ? durationLevels.length : level;
}

/** What stayed within so long has this level at most. */
export function levelWithin(withinMs: DurationLevel): number {
  return durationLevels.indexOf(withinMs);
}
