import { formatMilliseconds } from '@octo/ui/format.ts';
import classes from './time-axis.module.css';
import type { TimeScale, TimeTick } from './time-scale.ts';

const roomForName = 0.19;

/** The marks of time above the bars. */
export function TimeAxis({ scale }: { scale: TimeScale }) {
  return (
    <div className={classes.axis} aria-hidden="true">
      <div className={classes.field}>
        {namedTicks(scale).map(({ at, ms }) => (
          <span key={ms} className={classes.name} style={{ insetInlineStart: `${at * 100}%` }}>
            {ms === 0 ? '0' : formatMilliseconds(ms)}
          </span>
        ))}
        {scale.breaks.map(({ at, width, gapMs }) => (
          <span key={at} className={classes.gap} style={{ insetInlineStart: `${(at + width / 2) * 100}%` }}>
            {formatMilliseconds(gapMs)} idle
          </span>
        ))}
      </div>
    </div>
  );
}

/** Their lines below, and where time was cut short. */
export function TimeGrid({ scale }: { scale: TimeScale }) {
  return (
    <div className={classes.grid}>
      <div className={classes.field}>
        {scale.ticks.map(({ at, ms }) => (
          <span key={ms} className={classes.line} style={{ insetInlineStart: `${at * 100}%` }} />
        ))}
        {scale.breaks.map(({ at, width, gapMs }) => (
          <span
            key={at}
            className={classes.break}
            style={{ insetInlineStart: `${at * 100}%`, inlineSize: `${width * 100}%` }}
          >
            <span className="visually-hidden">Nothing ran for {formatMilliseconds(gapMs)}</span>
          </span>
        ))}
      </div>
    </div>
  );
}

/** Those whose names do not run into another, into a break, or out at the end. */
function namedTicks({ ticks, breaks }: TimeScale): TimeTick[] {
  const named: TimeTick[] = [];
  for (const tick of ticks) {
    const isFree = breaks.every(({ at, width }) => Math.abs(tick.at - (at + width / 2)) >= roomForName);
    const before = named.at(-1);
    if (isFree && tick.at <= 1 - roomForName && (!before || tick.at - before.at >= roomForName)) named.push(tick);
  }
  return named;
}
