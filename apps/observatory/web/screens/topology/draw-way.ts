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

/** From the begin of a curve to its end: where its words may stand, best first. */
const wordPlaces = [0.5, 0.38, 0.62, 0.26, 0.74];

/** From one column to the next; `bow` lifts the middle of the line away from others of the same ends. */
export function drawBeside({ x1, y1, x2, y2 }: Ends, bow: number, isFree: (x: number, y: number) => boolean): Drawn {
  const x = (x1 + x2) / 2;
  const path = `M ${x1} ${y1} C ${x} ${y1 + bow} ${x} ${y2 + bow} ${x2} ${y2}`;
  const at = (t: number) => ({ x: curve(t, x1, x, x, x2), y: curve(t, y1, y1 + bow, y2 + bow, y2) });
  const words = wordPlaces.map(at).find((place) => isFree(place.x, place.y)) ?? at(0.5);
  return { path, labelX: words.x, labelY: words.y };
}

/** One coordinate of a cubic Bézier curve. */
function curve(t: number, p0: number, p1: number, p2: number, p3: number): number {
  const rest = 1 - t;
  return rest ** 3 * p0 + 3 * rest ** 2 * t * p1 + 3 * rest * t ** 2 * p2 + t ** 3 * p3;
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
