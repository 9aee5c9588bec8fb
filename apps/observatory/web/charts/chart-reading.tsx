import { momentWords } from './axes.ts';
import type { ChartData } from './chart.ts';
import classes from './chart-reading.module.css';
import ink from './ink.module.css';
import { inkOf } from './ink.ts';
import type { ChartLayout } from './lay-out-chart.ts';
import { valueAt, valueWords } from './readings.ts';

interface ChartReadingProps {
  data: ChartData;
  layout: ChartLayout;
  atMs: number;
}

const most = 10;

/** The values of one moment, beside it. The slider tells them to who cannot see it. */
export function ChartReading({ data: { series, unit, from, to }, layout, atMs }: ChartReadingProps) {
  const x = layout.xOf(atMs);
  const isLate = x > layout.left + layout.width / 2;
  const read = series
    .map((one, index) => ({ one, value: valueAt(one, atMs), ink: inkOf(one, index) }))
    .filter(({ value }) => value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  return (
    <div className={classes.reading} data-late={isLate} style={{ insetInlineStart: x }} aria-hidden="true">
      <strong>{momentWords(atMs, from, to)}</strong>
      {read.slice(0, most).map(({ one, value, ink: colour }) => (
        <span key={one.key} className={classes.line}>
          <span className={`${ink.ink} ${classes.swatch}`} data-ink={colour} />
          <span className={classes.name}>{one.title}</span>
          <span className={classes.value}>{valueWords(value, unit)}</span>
        </span>
      ))}
      {read.length > most && <span className="muted">and {read.length - most} more</span>}
    </div>
  );
}
