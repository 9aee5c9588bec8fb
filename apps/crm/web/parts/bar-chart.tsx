import { useElementSize } from '@mantine/hooks';
import { useId } from 'react';
import classes from './bar-chart.module.css';
import { type Bar, layOutBars, type PlacedBar } from './bar-layout.ts';

interface BarChartProps {
  title: string;
  total: string;
  /** The last one is not over yet. */
  bars: readonly Bar[];
}

const height = 184;

/** Values over time as bars with their numbers on them; for who cannot see it, as a table. */
export function BarChart({ title, total, bars }: BarChartProps) {
  const id = useId();
  const { ref, width } = useElementSize<HTMLDivElement>();
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className={classes.caption}>
        <span className="muted">{title}</span> <span className={classes.total}>{total}</span>
      </figcaption>
      <div ref={ref} className={classes.chart}>
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true" focusable="false">
            {layOutBars(bars, width, height).map((placed) => (
              <DrawnBar key={placed.bar.key} {...placed} />
            ))}
            <line className={classes.ground} x1={0} x2={width} y1={height - 22.5} y2={height - 22.5} />
          </svg>
        )}
      </div>
      <BarTable title={title} bars={bars} />
    </figure>
  );
}

function DrawnBar({ bar, x, y, width, height: size, step, isLabelled, isMarked, isLast }: PlacedBar) {
  const middle = x + width / 2;
  return (
    <g>
      <rect className={classes.bar} data-open={isLast} x={x} y={y} width={width} height={size} rx={2} />
      {isLabelled && (
        <text className={classes.value} x={middle} y={y - 6}>
          {bar.short}
        </text>
      )}
      {isMarked && (
        <text className={classes.mark} x={middle} y={height - 5}>
          {bar.label}
        </text>
      )}
      <rect className={classes.touch} x={middle - step / 2} y={0} width={step} height={height}>
        <title>{`${bar.label}: ${bar.exact}`}</title>
      </rect>
    </g>
  );
}

function BarTable({ title, bars }: Pick<BarChartProps, 'title' | 'bars'>) {
  return (
    <table className="visually-hidden">
      <caption>{title} by the hour</caption>
      <thead>
        <tr>
          <th scope="col">Hour from</th>
          <th scope="col">{title}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, exact }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>{exact}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
