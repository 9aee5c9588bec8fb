/** The last hours are counted in steps of so long, */
export const stepMs = 10_000;
export const keepStepsMs = 2 * 3_600_000;
/** and everything by minute. */
export const minuteMs = 60_000;
export const keepMinutesMs = 72 * 3_600_000;
/** A day, and some more: no page asks further back for calls and statements. */
export const longestWindowMinutes = 1500;
