import type { ChartPoint } from '../../charts/chart.ts';

export interface WorkStep {
  readonly at: string;
  readonly calls: number;
  readonly elapsedMs: number;
  readonly rows: number;
}

interface Gap {
  readonly from: string;
  readonly to: string;
}

export interface StatementWindow {
  readonly from: number;
  readonly to: number;
  readonly stepMs: number;
  readonly gaps: readonly Gap[];
}

/** Every step of a window: nothing run is a zero, and a step of which nobody knows is a gap. */
export function pointsOf(
  steps: readonly WorkStep[],
  { from, to, stepMs, gaps }: StatementWindow,
  read: (step: WorkStep | undefined) => number | null,
): ChartPoint[] {
  const known = new Map(steps.map((step) => [Date.parse(step.at), step]));
  const unknown = gaps.map((gap) => [Date.parse(gap.from), Date.parse(gap.to)] as const);
  const points: ChartPoint[] = [];
  for (let atMs = from; atMs < to; atMs += stepMs) {
    const step = known.get(atMs);
    const isUnknown = step === undefined && unknown.some(([start, end]) => atMs >= start && atMs < end);
    points.push({ atMs, value: isUnknown ? null : read(step) });
  }
  return points;
}

/** The whole steps that end with the last one that is over. */
export function windowOfSteps(minutes: number, stepMinutes: number, nowMs: number): { from: number; to: number } {
  const stepMs = stepMinutes * 60_000;
  const to = Math.floor(nowMs / stepMs) * stepMs;
  return { from: to - Math.ceil((minutes * 60_000) / stepMs) * stepMs, to };
}
