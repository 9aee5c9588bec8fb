import { scaleLinear } from 'd3-scale';
import { type Tick, timeTicks, valueTicks } from './axes.ts';
import type { ChartData, ChartMark, ChartThreshold } from './chart.ts';
import { areaPath, type Layer, layersOf, linePath, lonePlaces, type Place } from './layers.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Placed {
  readonly x: number;
  readonly y: number;
}

export interface Bar extends Placed {
  readonly width: number;
  readonly height: number;
}

/** A series as it is drawn. */
export interface Shape {
  readonly key: string;
  readonly line: string;
  readonly area: string;
  readonly dots: readonly Placed[];
  readonly bars: readonly Bar[];
}

export interface ChartLayout {
  /** The field between the axes. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly valueTicks: readonly (Tick & { y: number })[];
  readonly timeTicks: readonly (Tick & { x: number })[];
  readonly shapes: readonly Shape[];
  readonly marks: readonly (Placed & { mark: ChartMark })[];
  readonly thresholds: readonly { y: number; threshold: ChartThreshold }[];
  /** When something was measured, by time. */
  readonly moments: readonly number[];
  xOf(atMs: number): number;
  timeAt(x: number): number;
}

const letterWidth = 8;
const margin = { top: 10, right: 14, bottom: 26, gap: 10 };
const barShare = 0.82;

/** Where everything of a chart stands, in pixels from its upper left corner. */
export function layOutChart(data: ChartData, size: Size): ChartLayout {
  const { from, to, unit, kind, marks = [], thresholds = [] } = data;
  const layers = layersOf(data.series, kind);
  const height = Math.max(1, size.height - margin.top - margin.bottom);
  const [lowest, highest] = extentOf(layers, [...marks, ...thresholds]);
  const values = valueTicks(lowest, highest, unit, height);
  const left = Math.max(...values.map(({ label }) => label.length)) * letterWidth + margin.gap;
  const width = Math.max(1, size.width - left - margin.right);
  const x = scaleLinear([from, to], [left, left + width]);
  const y = scaleLinear([values[0]?.at ?? 0, values.at(-1)?.at ?? 1], [margin.top + height, margin.top]).clamp(true);
  const moments = momentsOf(layers, from, to);
  const barWidth = Math.max(1, (width / Math.max(1, (to - from) / stepOf(moments, to - from))) * barShare);
  return {
    left,
    top: margin.top,
    width,
    height,
    valueTicks: values.map((tick) => ({ ...tick, y: y(tick.at) })),
    timeTicks: timeTicks(from, to, width).map((tick) => ({ ...tick, x: x(tick.at) })),
    shapes: layers.map((layer) => shapeOf({ ...layer, places: within(layer.places, from, to) }, kind, x, y, barWidth)),
    marks: marks
      .filter(({ atMs }) => atMs >= from && atMs <= to)
      .map((mark) => ({ mark, x: x(mark.atMs), y: y(mark.value) })),
    thresholds: thresholds.map((threshold) => ({ threshold, y: y(threshold.value) })),
    moments,
    xOf: (atMs) => x(atMs),
    timeAt: (at) => Math.min(to, Math.max(from, x.invert(at))),
  };
}

type ToPixel = (value: number) => number;

function shapeOf({ series, places }: Layer, kind: ChartData['kind'], x: ToPixel, y: ToPixel, barWidth: number): Shape {
  const across = ({ atMs }: Place) => x(atMs);
  const ground = ({ low }: Place) => y(low);
  const top = ({ high }: Place) => y(high);
  const isFilled = kind === 'area' || kind === 'stacked';
  const bars = places.filter(({ value }) => kind === 'bars' && value !== null && value !== 0);
  return {
    key: series.key,
    line: kind === 'bars' ? '' : linePath(places, across, top),
    area: isFilled ? areaPath(places, across, ground, top) : '',
    dots: kind === 'bars' ? [] : lonePlaces(places).map((place) => ({ x: across(place), y: top(place) })),
    bars: bars.map((place) => ({
      x: across(place) - barWidth / 2,
      y: Math.min(top(place), ground(place)),
      width: barWidth,
      height: Math.max(1, Math.abs(ground(place) - top(place))),
    })),
  };
}

function extentOf(layers: readonly Layer[], others: readonly { value: number }[]): [number, number] {
  const drawn = layers.flatMap(({ places }) => places.flatMap(({ value, high }) => (value === null ? [] : [high])));
  return [...drawn, ...others.map(({ value }) => value)].reduce<[number, number]>(
    ([lowest, highest], value) => [Math.min(lowest, value), Math.max(highest, value)],
    [0, 0],
  );
}

function within(places: readonly Place[], from: number, to: number): Place[] {
  return places.filter(({ atMs }) => atMs >= from && atMs <= to);
}

function momentsOf(layers: readonly Layer[], from: number, to: number): number[] {
  const all = layers.flatMap(({ places }) => within(places, from, to).map(({ atMs }) => atMs));
  return [...new Set(all)].sort((one, other) => one - other);
}

/** The shortest time between two moments; bars stand so far apart. */
function stepOf(moments: readonly number[], wholeMs: number): number {
  const gaps = moments.slice(1).map((atMs, index) => atMs - (moments[index] ?? 0));
  return gaps.reduce((least, gap) => Math.min(least, gap), wholeMs / 12);
}
