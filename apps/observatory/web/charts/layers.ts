import { area, line, stack } from 'd3-shape';
import type { ChartKind, ChartSeries } from './chart.ts';

/** One value of a series as it is drawn: from a ground to a top, or not at all. */
export interface Place {
  readonly atMs: number;
  readonly low: number;
  readonly high: number;
  /** As it was measured; null in a gap. */
  readonly value: number | null;
}

/** A series, on the ground or on those below it. */
export interface Layer {
  readonly series: ChartSeries;
  readonly places: readonly Place[];
}

type OfPlace = (place: Place) => number;

const isThere = ({ value }: Place) => value !== null;

/** Lines and areas stand on zero, stacked ones and bars on each other. */
export function layersOf(series: readonly ChartSeries[], kind: ChartKind): Layer[] {
  return kind === 'stacked' || kind === 'bars' ? stacked(series) : series.map(onTheGround);
}

function onTheGround(series: ChartSeries): Layer {
  return { series, places: series.points.map(({ atMs, value }) => ({ atMs, low: 0, high: value ?? 0, value })) };
}

function stacked(series: readonly ChartSeries[]): Layer[] {
  const moments = [...new Set(series.flatMap(({ points }) => points.map(({ atMs }) => atMs)))].sort((a, b) => a - b);
  const values = series.map(({ points }) => new Map(points.map(({ atMs, value }) => [atMs, value])));
  const pile = stack<number, number>()
    .keys(series.keys())
    .value((atMs, index) => values[index]?.get(atMs) ?? 0)(moments);
  return series.map((one, index) => ({
    series: one,
    places: moments.map((atMs, moment) => {
      const [low = 0, high = 0] = pile[index]?.[moment] ?? [];
      return { atMs, low, high, value: values[index]?.get(atMs) ?? null };
    }),
  }));
}

export function linePath(places: readonly Place[], x: OfPlace, y: OfPlace): string {
  return line<Place>().x(x).y(y).defined(isThere)(places) ?? '';
}

export function areaPath(places: readonly Place[], x: OfPlace, ground: OfPlace, top: OfPlace): string {
  return area<Place>().x(x).y0(ground).y1(top).defined(isThere)(places) ?? '';
}

/** Those without a neighbour: a line through one point alone would not be seen. */
export function lonePlaces(places: readonly Place[]): Place[] {
  return places.filter((place, index) => {
    const [before, after] = [places[index - 1], places[index + 1]];
    return isThere(place) && !(before && isThere(before)) && !(after && isThere(after));
  });
}
