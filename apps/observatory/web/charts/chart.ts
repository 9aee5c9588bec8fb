/** What the values of a chart are. A `percent` is a share between 0 and 1, `money` is decimal USD. */
export type ChartUnit = 'ms' | 's' | 'percent' | 'count' | 'perSecond' | 'perMinute' | 'bytes' | 'money' | 'none';

export type ChartKind = 'line' | 'area' | 'stacked' | 'bars';

export type ChartTone = 'accent' | 'good' | 'warn' | 'bad' | 'info' | 'quiet';

export interface ChartPoint {
  readonly atMs: number;
  /** null where nothing was measured: a gap, not a zero. */
  readonly value: number | null;
}

export interface ChartSeries {
  readonly key: string;
  readonly title: string;
  /** What it says of itself; without one it has the next colour of the series. */
  readonly tone?: ChartTone | undefined;
  /** A colour of the series by its place, 1 to 6, as `assignColours` gives to services. */
  readonly colour?: number | undefined;
  /** By time. */
  readonly points: readonly ChartPoint[];
  /** What the legend tells in place of the latest value: the sum of what was counted, say. */
  readonly total?: number | undefined;
}

/** A single measurement that leads somewhere: an exemplar and its trace. */
export interface ChartMark {
  readonly atMs: number;
  readonly value: number;
  readonly title: string;
  readonly href: string;
}

export interface ChartThreshold {
  readonly value: number;
  readonly title: string;
  readonly tone: ChartTone;
}

/** What is drawn, over which time. */
export interface ChartData {
  readonly series: readonly ChartSeries[];
  readonly unit: ChartUnit;
  readonly kind: ChartKind;
  readonly from: number;
  readonly to: number;
  readonly marks?: readonly ChartMark[] | undefined;
  readonly thresholds?: readonly ChartThreshold[] | undefined;
}
