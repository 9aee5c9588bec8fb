import type { ScatterPoint } from '@octo/contracts/observatory.ts';
import { scaleLog, scaleTime } from 'd3-scale';
import { msBetween } from '../../parts/nano.ts';

export interface PlacedPoint {
  point: ScatterPoint;
  /** Pixels from the left and from the top. */
  x: number;
  y: number;
}

/** A part of the picture: moments since 1970 and durations, both in milliseconds. */
export interface ChosenPart {
  fromMs?: number | undefined;
  toMs?: number | undefined;
  minMs?: number | undefined;
  maxMs?: number | undefined;
}

/** Pixels of the picture. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface PointLayout {
  /** By their start. */
  points: readonly PlacedPoint[];
  durations: readonly { ms: number; y: number }[];
  times: readonly { at: Date; x: number }[];
  timeAt(x: number): number;
  durationAt(y: number): number;
}

interface Field {
  width: number;
  height: number;
  /** What is looked at; without, from the first point to the last. */
  fromMs: number | undefined;
  toMs: number | undefined;
}

const leastMs = 0.01;
const timeEvery = 160;

/** Traces as points: when they began, and how long they took. Durations differ by powers of ten, and are drawn by those. */
export function layOutPoints(points: readonly ScatterPoint[], { width, height, fromMs, toMs }: Field): PointLayout {
  const starts = points.map(({ startTimeUnixNano }) => msBetween('0', startTimeUnixNano));
  const lengths = points.map(({ durationMs }) => Math.max(leastMs, durationMs));
  const first = fromMs ?? starts[0] ?? 0;
  const last = Math.max(first + 1, toMs ?? starts.at(-1) ?? 1);
  const lowest = 10 ** Math.floor(Math.log10(Math.min(...lengths, Number.POSITIVE_INFINITY) || leastMs));
  const low = Number.isFinite(lowest) ? lowest : 1;
  const high = Math.max(low * 10, 10 ** Math.ceil(Math.log10(Math.max(leastMs, ...lengths))));
  const time = scaleTime([first, last], [0, width]);
  const duration = scaleLog([low, high], [height, 0]);
  const powers = Math.round(Math.log10(high / low));
  return {
    points: points.map((point, index) => ({
      point,
      x: time(starts[index] ?? first),
      y: duration(lengths[index] ?? low),
    })),
    durations: Array.from({ length: powers + 1 }, (_, step) => low * 10 ** step).map((ms) => ({ ms, y: duration(ms) })),
    times: time.ticks(Math.max(2, Math.floor(width / timeEvery))).map((at) => ({ at, x: time(at) })),
    timeAt: (x) => time.invert(clamp(x, width)).getTime(),
    durationAt: (y) => duration.invert(clamp(y, height)),
  };
}

/** The point that lies nearest, and not too far. */
export function nearestPoint(points: readonly PlacedPoint[], x: number, y: number, most = 24): PlacedPoint | undefined {
  let best: PlacedPoint | undefined;
  let bestDistance = most;
  for (const placed of points) {
    const distance = Math.hypot(placed.x - x, placed.y - y);
    if (distance > bestDistance) continue;
    best = placed;
    bestDistance = distance;
  }
  return best;
}

/** A shorter way of the pointer is a click. */
export const shortestDrag = 6;

/** What a drag over a box chooses: along one axis alone, nothing of the other. */
export function partIn({ timeAt, durationAt }: PointLayout, { left, top, width, height }: Box): ChosenPart {
  const times = { fromMs: Math.floor(timeAt(left)), toMs: Math.ceil(timeAt(left + width)) };
  const durations = { minMs: durationAt(top + height), maxMs: durationAt(top) };
  return { ...(width >= shortestDrag && times), ...(height >= shortestDrag && durations) };
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
