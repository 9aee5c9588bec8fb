import type { ChartData } from './chart.ts';
import classes from './chart-legend.module.css';
import ink from './ink.module.css';
import { inkOf } from './ink.ts';
import { summarise, valueWords } from './readings.ts';

const most = 12;

/** Each series by its colour, its name and its latest value, or its total; the table tells the same to who cannot see it. */
export function ChartLegend({ data: { series, unit, from, to } }: { data: ChartData }) {
  return (
    <ul className={classes.legend} aria-hidden="true">
      {series.slice(0, most).map((one, index) => (
        <li key={one.key}>
          <span className={`${ink.ink} ${classes.swatch}`} data-ink={inkOf(one, index)} />
          <span className={classes.name}>{one.title}</span>
          <span className={classes.value}>{valueWords(one.total ?? summarise(one, from, to).latest, unit)}</span>
        </li>
      ))}
      {series.length > most && <li className="muted">and {series.length - most} more</li>}
    </ul>
  );
}
