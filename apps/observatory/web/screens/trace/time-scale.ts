/** From its start to its end, in milliseconds from the start of the trace. */
export type Interval = readonly [fromMs: number, toMs: number];

export interface TimeBreak {
  /** Where it is drawn, between 0 and 1. */
  at: number;
  width: number;
  gapMs: number;
}

export interface TimeTick {
  at: number;
  ms: number;
}

/** Where moments are drawn, between 0 and 1. A long time in which nothing runs is cut short, and said. */
export interface TimeScale {
  totalMs: number;
  at(ms: number): number;
  breaks: readonly TimeBreak[];
  ticks: readonly TimeTick[];
}

interface Piece {
  fromMs: number;
  toMs: number;
  from: number;
  to: number;
}

const breakWidth = 0.06;
const mostBreaks = 4;
const shortestGapMs = 5;
const usualTicks = 6;

/** Time runs evenly wherever something happens. A gap becomes a break when it is longer than all that happened together. */
export function timeScale(intervals: readonly Interval[]): TimeScale {
  const busy = merge(intervals);
  const totalMs = Math.max(0, ...busy.map(([, toMs]) => toMs));
  const gaps = longGaps(busy);
  const shownMs = totalMs - gaps.reduce((sum, [fromMs, toMs]) => sum + toMs - fromMs, 0);
  const perMs = shownMs === 0 ? 0 : (1 - gaps.length * breakWidth) / shownMs;
  const pieces: Piece[] = [];
  let [fromMs, from] = [0, 0];
  const add = (toMs: number, width: number) => {
    pieces.push({ fromMs, toMs, from, to: from + width });
    [fromMs, from] = [toMs, from + width];
  };
  for (const [gapFromMs, gapToMs] of gaps) {
    add(gapFromMs, (gapFromMs - fromMs) * perMs);
    add(gapToMs, breakWidth);
  }
  add(totalMs, (totalMs - fromMs) * perMs);
  // Every other piece is a break.
  const breaks = pieces
    .filter((_, index) => index % 2 === 1)
    .map((piece) => ({ at: piece.from, width: breakWidth, gapMs: piece.toMs - piece.fromMs }));
  return { totalMs, at: (ms) => place(pieces, ms), breaks, ticks: ticksOf(pieces, shownMs) };
}

function place(pieces: readonly Piece[], ms: number): number {
  const piece = pieces.find(({ toMs }) => ms <= toMs) ?? pieces.at(-1);
  if (!piece || piece.toMs === piece.fromMs) return piece?.from ?? 0;
  const share = (ms - piece.fromMs) / (piece.toMs - piece.fromMs);
  return piece.from + Math.min(1, Math.max(0, share)) * (piece.to - piece.from);
}

function merge(intervals: readonly Interval[]): Interval[] {
  const merged: [number, number][] = [];
  for (const [fromMs, toMs] of intervals.toSorted(([one], [other]) => one - other)) {
    const last = merged.at(-1);
    if (last && fromMs <= last[1]) last[1] = Math.max(last[1], toMs);
    else merged.push([fromMs, toMs]);
  }
  return merged;
}

function longGaps(busy: readonly Interval[]): Interval[] {
  const busyMs = busy.reduce((sum, [fromMs, toMs]) => sum + toMs - fromMs, 0);
  const length = ([fromMs, toMs]: Interval) => toMs - fromMs;
  return busy
    .slice(1)
    .map(([fromMs], index): Interval => [busy[index]?.[1] ?? fromMs, fromMs])
    .filter((gap) => length(gap) > Math.max(shortestGapMs, busyMs))
    .sort((one, other) => length(other) - length(one))
    .slice(0, mostBreaks)
    .sort(([one], [other]) => one - other);
}

/** Round moments, so many that their names have room. */
function ticksOf(pieces: readonly Piece[], shownMs: number): TimeTick[] {
  const stepMs = roundStep(shownMs / usualTicks);
  if (stepMs === 0) return [];
  return pieces
    .filter((_, index) => index % 2 === 0)
    .flatMap((piece) => {
      const first = Math.ceil(piece.fromMs / stepMs);
      const count = Math.max(0, Math.floor(piece.toMs / stepMs) - first + 1);
      return Array.from({ length: count }, (_, index) => {
        const ms = (first + index) * stepMs;
        return { at: place(pieces, ms), ms };
      });
    });
}

function roundStep(ms: number): number {
  if (ms <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(ms));
  const factor = [1, 2, 5, 10].find((one) => one * power >= ms) ?? 10;
  return factor * power;
}
