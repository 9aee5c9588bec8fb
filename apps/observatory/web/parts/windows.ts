/** How far back somebody looks, in minutes. */
export const windows = [
  { minutes: 15, label: 'Last 15 minutes' },
  { minutes: 60, label: 'Last hour' },
  { minutes: 360, label: 'Last 6 hours' },
  { minutes: 1440, label: 'Last 24 hours' },
] as const;

export const usualMinutes = 15;

/** The window that the address names; undefined for none of ours. */
export function windowOf(text: string | undefined): number | undefined {
  return windows.find(({ minutes }) => String(minutes) === text)?.minutes;
}
