import { formatMilliseconds } from '@octo/ui/format.ts';

/** How long something took; a dash where nobody measured it. */
export function Milliseconds({ of: duration }: { of: number | null }) {
  return duration === null ? '–' : formatMilliseconds(duration);
}
