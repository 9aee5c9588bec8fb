const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Steps that a clock has, none between a minute and its parts. */
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * secondMs),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minuteMs),
  ...[1, 2, 3, 6, 12, 24].map((hours) => hours * hourMs),
] as const;

const mostSteps = 60;
const dayMs = 24 * hourMs;

/** The smallest step by which a window is cut into sixty or fewer. */
export function stepFor(windowMs: number): number {
  return steps.find((stepMs) => windowMs / stepMs <= mostSteps) ?? Math.ceil(windowMs / mostSteps / dayMs) * dayMs;
}
