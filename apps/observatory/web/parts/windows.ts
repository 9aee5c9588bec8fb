import type { ListParams } from '@octo/ui/react/list/use-list-params.ts';

/** How far back somebody looks, in minutes. */
export const windows = [
  { minutes: 15, label: 'Last 15 minutes' },
  { minutes: 60, label: 'Last hour' },
  { minutes: 360, label: 'Last 6 hours' },
  { minutes: 1440, label: 'Last 24 hours' },
] as const;

/** What is looked at unless somebody asks for more: of what happens all the time, and of what happens more seldom. */
export const usualMinutes = 15;
export const usualHour = 60;

/** The window that the address names; undefined for none of ours. */
export function windowOf(text: string | undefined): number | undefined {
  return windows.find(({ minutes }) => String(minutes) === text)?.minutes;
}

/** The window of a page that always has one, and how it is chosen: the usual one stays out of the address. */
export function windowIn({ values, set }: Pick<ListParams<'minutes'>, 'values' | 'set'>, usual = usualMinutes) {
  return {
    minutes: windowOf(values.minutes) ?? usual,
    chooseWindow: (chosen = usual) => set('minutes', chosen === usual ? undefined : String(chosen)),
  };
}
