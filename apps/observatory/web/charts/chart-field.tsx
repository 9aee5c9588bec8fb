import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { momentWords } from './axes.ts';
import type { ChartData } from './chart.ts';
import { ChartAxes } from './chart-axes.tsx';
import classes from './chart-field.module.css';
import { ChartMarks } from './chart-marks.tsx';
import { ChartShapes } from './chart-shapes.tsx';
import type { ChartLayout } from './lay-out-chart.ts';
import { readingWords } from './readings.ts';
import { useChartKeys } from './use-chart-keys.ts';
import { type Range, useChartPointer } from './use-chart-pointer.ts';

interface ChartFieldProps {
  title: string;
  data: ChartData;
  layout: ChartLayout;
  width: number;
  height: number;
  /** The moment that is read out. */
  read: number | undefined;
  onRead(atMs: number | undefined): void;
  onSelect: ((fromMs: number, toMs: number) => void) | undefined;
}

/** What is drawn, and what answers to the pointer and the keys: a slider over the moments. */
export function ChartField({ title, data, layout, width, height, read, onRead, onSelect }: ChartFieldProps) {
  const [range, setRange] = useState<Range>();
  const hasRoom = useMediaQuery('(width >= 48em)', false, { getInitialValueInEffect: false });
  const shared = { layout, read, onRead, range, setRange, onSelect };
  const onKeyDown = useChartKeys(shared);
  const pointer = useChartPointer(shared);
  const { moments } = layout;
  const at = read ?? moments.at(-1) ?? data.to;
  return (
    <>
      <svg width={width} height={height} aria-hidden="true" className={classes.drawing}>
        <ChartAxes layout={layout} />
        {range && <Selected layout={layout} range={range} />}
        <ChartShapes data={data} layout={layout} />
        {read !== undefined && <Cursor layout={layout} atMs={read} />}
      </svg>
      <div
        className={classes.touched}
        data-selects={onSelect !== undefined}
        role="slider"
        tabIndex={0}
        aria-label={`${title}, moment`}
        aria-valuemin={moments[0] ?? data.from}
        aria-valuemax={moments.at(-1) ?? data.to}
        aria-valuenow={at}
        aria-valuetext={`${momentWords(at, data.from, data.to)}: ${readingWords(data, at)}`}
        onKeyDown={onKeyDown}
        onBlur={() => onRead(undefined)}
        {...pointer}
      />
      {hasRoom && <ChartMarks marks={layout.marks} />}
    </>
  );
}

function Cursor({ layout: { top, height, xOf }, atMs }: { layout: ChartLayout; atMs: number }) {
  return <line className={classes.cursor} x1={xOf(atMs)} x2={xOf(atMs)} y1={top} y2={top + height} />;
}

function Selected({ layout: { top, height, xOf }, range }: { layout: ChartLayout; range: Range }) {
  const [from, to] = [xOf(Math.min(...range)), xOf(Math.max(...range))];
  return <rect className={classes.selected} x={from} y={top} width={Math.max(1, to - from)} height={height} />;
}
