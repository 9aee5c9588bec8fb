/** Activity is shown in steps of one of these widths, the narrowest that does with so many. */
const widths = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 3600, 7200, 14_400, 21_600];
const mostSteps = 120;

/** Samples of every second are kept so long; what is older is kept by minute. */
export const rawMinutes = 60;

export interface ActivityWindow {
  readonly stepSeconds: number;
  /** The second that the first step begins with. */
  readonly from: number;
  readonly steps: number;
}

/** The last minutes in whole steps, the last of which is the one under way. */
export function activityWindow(minutes: number, nowSecond: number): ActivityWindow {
  const seconds = minutes * 60;
  const narrowest = minutes > 1440 ? 3600 : minutes > rawMinutes ? 60 : 1;
  const stepSeconds = widths.find((width) => width >= narrowest && seconds / width <= mostSteps) ?? 21_600;
  const steps = Math.ceil(seconds / stepSeconds);
  const end = (Math.floor(nowSecond / stepSeconds) + 1) * stepSeconds;
  return { stepSeconds, from: end - steps * stepSeconds, steps };
}
