import type { ChartData, ChartSeries } from './chart.ts';
import classes from './chart-shapes.module.css';
import ink from './ink.module.css';
import { dashOf, inkOf } from './ink.ts';
import type { ChartLayout, Shape } from './lay-out-chart.ts';

const aboveLine = 5;

interface ChartShapesProps {
  data: ChartData;
  layout: ChartLayout;
}

/** The series, the thresholds over them, and the exemplars. */
export function ChartShapes({ data: { series }, layout }: ChartShapesProps) {
  const { shapes, thresholds, marks, left, width } = layout;
  return (
    <>
      {shapes.map((shape, index) => (
        <SeriesShape key={shape.key} shape={shape} series={series[index]} index={index} />
      ))}
      {thresholds.map(({ y, threshold: { title, tone } }) => (
        <g key={title} className={`${ink.ink} ${classes.threshold}`} data-ink={tone}>
          <line x1={left} x2={left + width} y1={y} y2={y} />
          <text x={left + width} y={y - aboveLine} textAnchor="end">
            {title}
          </text>
        </g>
      ))}
      {marks.map(({ x, y, mark }) => (
        <circle key={`${mark.href} ${mark.atMs}`} className={classes.mark} cx={x} cy={y} r={4} />
      ))}
    </>
  );
}

interface SeriesShapeProps {
  shape: Shape;
  series: Pick<ChartSeries, 'tone' | 'colour'> | undefined;
  index: number;
}

function SeriesShape({ shape: { line, area, dots, bars }, series = {}, index }: SeriesShapeProps) {
  return (
    <g className={`${ink.ink} ${classes.series}`} data-ink={inkOf(series, index)}>
      {area !== '' && <path className={classes.area} d={area} />}
      {line !== '' && <path className={classes.line} d={line} strokeDasharray={dashOf(series, index)} />}
      {dots.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={2.5} />
      ))}
      {bars.map((bar) => (
        <rect key={bar.x} {...bar} />
      ))}
    </g>
  );
}
