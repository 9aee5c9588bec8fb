import { hourWide, minuteWide } from './schema.ts';

/** Parts of a table of steps that together are a window, exactly: whole hours, and the minutes beside them. */
export interface Parts {
  /** A condition on `width` and `at`. */
  readonly text: string;
  readonly values: readonly number[];
}

/** All from a minute on. */
export function since(minute: number): Parts {
  const firstHour = Math.ceil(minute / hourWide) * hourWide;
  return {
    text: `((width = ${minuteWide} and at >= ? and at < ?) or (width = ${hourWide} and at >= ?))`,
    values: [minute, firstHour, firstHour],
  };
}

/** All before a minute. */
export function until(minute: number): Parts {
  const lastHour = minute - (minute % hourWide);
  return {
    text: `((width = ${hourWide} and at < ?) or (width = ${minuteWide} and at >= ? and at < ?))`,
    values: [lastHour, lastHour, minute],
  };
}
