import type { TraceSummary } from '@octo/contracts/observatory.ts';
import { msBetween } from '../../parts/nano.ts';

export interface PlacedTrace {
  trace: TraceSummary;
  /** Between 0 and 1, from the left and from the ground. */
  x: number;
  y: number;
}

export interface DurationLine {
  ms: number;
  y: number;
}

export interface Picture {
  /** By their start. */
  traces: readonly PlacedTrace[];
  /** A line for each power of ten. */
  lines: readonly DurationLine[];
}

const leastMs = 0.01;

/** Traces as points: when they started, and how long they took. Durations differ by powers of ten, so they are drawn by those. */
export function layOutPicture(traces: readonly TraceSummary[]): Picture {
  const ordered = traces.toSorted((one, other) => -msBetween(one.startTimeUnixNano, other.startTimeUnixNano));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return { traces: [], lines: [] };
  const spanMs = msBetween(first.startTimeUnixNano, last.startTimeUnixNano);
  const powers = ordered.map(({ durationMs }) => Math.log10(Math.max(leastMs, durationMs)));
  const [lowest, highest] = [Math.floor(Math.min(...powers)), Math.ceil(Math.max(...powers))];
  const height = Math.max(1, highest - lowest);
  return {
    traces: ordered.map((trace, index) => ({
      trace,
      x: spanMs === 0 ? 0.5 : msBetween(first.startTimeUnixNano, trace.startTimeUnixNano) / spanMs,
      y: ((powers[index] ?? lowest) - lowest) / height,
    })),
    lines: Array.from({ length: height + 1 }, (_, step) => ({ ms: 10 ** (lowest + step), y: step / height })),
  };
}
