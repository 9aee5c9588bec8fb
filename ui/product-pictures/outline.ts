import type { Point2 } from './camera.ts';
import { short } from './ink.ts';

const corner = (point: Point2): Point2 => [Math.round(point[0] * 10) / 10, Math.round(point[1] * 10) / 10];

function numbers(from: Point2, to: Point2): string[] {
  return [short(to[0] - from[0]), short(to[1] - from[1])];
}

/** A sign or the point of a second fraction parts two numbers as well as a space does. */
function packed(values: readonly string[]): string {
  return values.reduce((path, value) => {
    const joins = value.startsWith('-') || (value.startsWith('.') && /\.\d+$/.test(path));
    return path + (joins || path === '' ? '' : ' ') + value;
  }, '');
}

/** Leaves out points which hardly bend the line. */
function bends(points: readonly Point2[]): Point2[] {
  const kept: Point2[] = [];
  points.forEach((point, index) => {
    const [before, after] = [kept.at(-1), points[index + 1]];
    if (before && after) {
      const span = Math.hypot(after[0] - before[0], after[1] - before[1]);
      if (span < 0.4 || Math.abs(cross(before, after, point)) / span < 0.3) return;
    }
    kept.push(point);
  });
  return kept;
}

/** Straight edges; relative steps between rounded corners, so that nothing drifts. */
export function polygon(points: readonly Point2[], close = true): string {
  const [first = [0, 0], ...others] = bends(points.map(corner));
  let here: Point2 = first;
  const steps = others.flatMap((next) => {
    const step = numbers(here, next);
    here = next;
    return step;
  });
  return `M${packed(numbers([0, 0], first))}l${packed(steps)}${close ? 'z' : ''}`;
}

/** A closed curve guided by the points (it passes through the middle of every edge). */
export function smooth(points: readonly Point2[]): string {
  const middle = (a: Point2, b: Point2): Point2 => corner([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
  const last = points.at(-1);
  const first = points[0];
  if (!first || !last) return '';
  const start = middle(last, first);
  let here = start;
  const steps = points.flatMap((point, index) => {
    const next = middle(point, points[index + 1] ?? first);
    const step = [...numbers(here, corner(point)), ...numbers(here, next)];
    here = next;
    return step;
  });
  return `M${packed(numbers([0, 0], start))}q${packed(steps)}z`;
}

const cross = (o: Point2, a: Point2, b: Point2) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);

function chain(points: readonly Point2[]): Point2[] {
  const kept: Point2[] = [];
  for (const point of points) {
    for (;;) {
      const [before, last] = [kept.at(-2), kept.at(-1)];
      if (!before || !last || cross(before, last, point) > 0) break;
      kept.pop();
    }
    kept.push(point);
  }
  return kept.slice(0, -1);
}

export function hull(points: readonly Point2[]): Point2[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return [...chain(sorted), ...chain(sorted.reverse())];
}

/** A ring seen from above, counter-clockwise, each corner rounded by its radius. */
export function rounded(
  corners: readonly Point2[],
  radius: number,
  samples = radius < 7 ? 2 : radius < 26 ? 4 : 6,
): Point2[] {
  return corners.flatMap((at, index) => {
    const before = corners.at(index - 1) ?? at;
    const after = corners[(index + 1) % corners.length] ?? at;
    const toward = (end: Point2): Point2 => {
      const length = Math.hypot(end[0] - at[0], end[1] - at[1]);
      const reach = Math.min(radius, length / 2) / length;
      return [at[0] + (end[0] - at[0]) * reach, at[1] + (end[1] - at[1]) * reach];
    };
    const [start, end] = [toward(before), toward(after)];
    return Array.from({ length: samples + 1 }, (_, n): Point2 => {
      const t = n / samples;
      const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
      return [start[0] * a + at[0] * b + end[0] * c, start[1] * a + at[1] * b + end[1] * c];
    });
  });
}

export function box(width: number, depth: number, radius = 0, x = 0, y = 0): Point2[] {
  const [w, d] = [width / 2, depth / 2];
  const corners: Point2[] = [
    [x - w, y - d],
    [x + w, y - d],
    [x + w, y + d],
    [x - w, y + d],
  ];
  return radius > 0 ? rounded(corners, radius) : corners;
}
