import { useElementSize } from '@mantine/hooks';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { ChartData } from './chart.ts';
import { ChartField } from './chart-field.tsx';
import { ChartLegend } from './chart-legend.tsx';
import { ChartReading } from './chart-reading.tsx';
import { ChartTable } from './chart-table.tsx';
import { layOutChart } from './lay-out-chart.ts';
import classes from './time-chart.module.css';

interface TimeChartProps extends ChartData {
  title: string;
  /** Where the whole of it is told. */
  href?: string | undefined;
  /** In pixels. */
  height?: number;
  /** The part of the time that somebody drew over, or chose with Shift and the arrow keys. */
  onSelect?: ((fromMs: number, toMs: number) => void) | undefined;
}

/** Values over time. The pointer and the arrow keys read a moment out; each series is told in words, too. */
export function TimeChart({ title, href, height = 200, onSelect, ...data }: TimeChartProps) {
  const titleId = useId();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [moment, setMoment] = useState<number>();
  const layout = layOutChart(data, { width, height });
  const read = layout.moments.includes(moment ?? Number.NaN) ? moment : undefined;
  const isEmpty = data.series.every(({ points }) => points.every(({ value }) => value === null));
  return (
    <figure className={classes.chart} aria-labelledby={titleId}>
      <figcaption id={titleId} className={classes.title}>
        {href === undefined ? title : <Link to={href}>{title}</Link>}
      </figcaption>
      <div ref={ref} className={classes.field} style={{ blockSize: height }}>
        {width > 0 && <ChartField {...{ title, data, layout, height, width, read, onSelect }} onRead={setMoment} />}
        {read !== undefined && <ChartReading data={data} layout={layout} atMs={read} />}
        {isEmpty && <p className={classes.empty}>Nothing was measured in this time</p>}
      </div>
      <ChartLegend data={data} />
      <ChartTable title={title} data={data} />
    </figure>
  );
}
