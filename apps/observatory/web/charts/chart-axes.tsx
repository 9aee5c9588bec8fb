import { letterWidth } from './axes.ts';
import classes from './chart-axes.module.css';
import type { ChartLayout } from './lay-out-chart.ts';

const gap = 8;
const belowAxis = 18;
/** So far a name may reach beyond the field. */
const beyondField = 12;

/** Lines for round values with their unit, and moments below. */
export function ChartAxes({ layout: { left, top, width, height, valueTicks, timeTicks } }: { layout: ChartLayout }) {
  const right = left + width;
  return (
    <g className={classes.axes}>
      {valueTicks.map(({ at, label, y }) => (
        <g key={at}>
          <line x1={left} x2={right} y1={y} y2={y} data-ground={at === 0} />
          <text x={left - gap} y={y} dy="0.32em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {timeTicks.map(({ at, label, x }) => (
        <text
          key={at}
          x={Math.min(x, right)}
          y={top + height + belowAxis}
          textAnchor={x + (label.length * letterWidth) / 2 > right + beyondField ? 'end' : 'middle'}
        >
          {label}
        </text>
      ))}
    </g>
  );
}
