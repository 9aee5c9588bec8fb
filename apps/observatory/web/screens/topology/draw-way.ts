/** A line with the middle of its words. */
export interface Drawn {
  path: string;
  labelX: number;
  labelY: number;
}

interface Ends {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** From one column to the next; `bow` lifts the middle of the line away from others of the same ends. */
export function drawBeside({ x1, y1, x2, y2 }: Ends, bow: number): Drawn {
  const x = (x1 + x2) / 2;
  const path = `M ${x1} ${y1} C ${x} ${y1 + bow} ${x} ${y2 + bow} ${x2} ${y2}`;
  // Where a curve of these points has its middle.
  return { path, labelX: x, labelY: (y1 + y2) / 2 + bow * 0.75 };
}

/** Up or down to a lane before the next column, along it, and back behind the last one that is passed. */
export function drawAlong(laneY: number, { x1, y1, x2, y2 }: Ends, gap: number): Drawn {
  const [from, to, half] = [x1 + gap, x2 - gap, gap / 2];
  const up = `C ${x1 + half} ${y1} ${x1 + half} ${laneY} ${from} ${laneY}`;
  const down = `C ${to + half} ${laneY} ${to + half} ${y2} ${x2} ${y2}`;
  return { path: `M ${x1} ${y1} ${up} L ${to} ${laneY} ${down}`, labelX: (from + to) / 2, labelY: laneY };
}

/** Out on the right, back along a lane, and in from the left. */
export function drawBack(laneY: number, { x1, y1, x2, y2 }: Ends, swing: number): Drawn {
  const out = `C ${x1 + swing} ${y1} ${x1 + swing} ${laneY} ${x1} ${laneY}`;
  const back = `C ${x2 - swing} ${laneY} ${x2 - swing} ${y2} ${x2} ${y2}`;
  return { path: `M ${x1} ${y1} ${out} L ${x2} ${laneY} ${back}`, labelX: (x1 + x2) / 2, labelY: laneY };
}
