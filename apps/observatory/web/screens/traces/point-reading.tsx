import { formatClock, formatMilliseconds } from '@octo/ui/format.ts';
import { isoOf } from '../../parts/nano.ts';
import classes from './duration-picture.module.css';
import type { PlacedPoint } from './lay-out-points.ts';

/** What the point below the pointer, or the one that the keys have reached, is. */
export function PointReading({ placed, width }: { placed: PlacedPoint | undefined; width: number }) {
  const point = placed?.point;
  return (
    <div
      role="status"
      className={classes.reading}
      data-empty={placed === undefined}
      data-side={placed && placed.x > width / 2 ? 'start' : 'end'}
      style={placed && { insetInlineStart: placed.x, insetBlockStart: placed.y }}
    >
      {point && (
        <>
          <strong>{point.name}</strong>
          <span className="muted">{point.service}</span>
          <span className="number">
            {formatMilliseconds(point.durationMs)} at {formatClock(isoOf(point.startTimeUnixNano))}
            {point.isError && ', with an error'}
          </span>
        </>
      )}
    </div>
  );
}
