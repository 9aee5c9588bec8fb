import { formatClock, formatLocalInstant } from '@octo/ui/format.ts';
import { isoOf } from './nano.ts';

/** When a line was written, to the millisecond; the day is in the tooltip. */
export function LogTime({ unixNano }: { unixNano: string }) {
  const at = isoOf(unixNano);
  return (
    <time dateTime={at} title={formatLocalInstant(at)} className="number">
      {formatClock(at)}
    </time>
  );
}
