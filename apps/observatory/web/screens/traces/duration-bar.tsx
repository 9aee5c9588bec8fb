import { formatMilliseconds } from '@octo/ui/format.ts';
import classes from './duration-bar.module.css';

interface DurationBarProps {
  durationMs: number;
  /** Of those listed, whose bar is as long as there is room. */
  longestMs: number;
}

export function DurationBar({ durationMs, longestMs }: DurationBarProps) {
  const share = longestMs === 0 ? 0 : durationMs / longestMs;
  return (
    <span className={classes.duration}>
      <span className={classes.words}>{formatMilliseconds(durationMs)}</span>
      <span className={classes.room} aria-hidden="true">
        <span className={classes.bar} style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </span>
  );
}
