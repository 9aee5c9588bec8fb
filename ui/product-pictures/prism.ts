import { litBy, type Point2 } from './camera.ts';
import type { Stop } from './ink.ts';
import { hull, polygon } from './outline.ts';
import { difference, type Material, mix, shade } from './palette.ts';
import type { Scene } from './scene.ts';

export interface Prism {
  ring: readonly Point2[];
  from: number;
  to: number;
  bevel?: number;
  of: Material;
  /** The cover, when it is of another material. */
  top?: Material;
  /** Nothing is seen of the cover. */
  covered?: boolean;
}

function middleOf(ring: readonly Point2[]): Point2 {
  const [xs, ys] = [ring.map((point) => point[0]), ring.map((point) => point[1])];
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

function inset(ring: readonly Point2[], by: number): Point2[] {
  const [x, y] = middleOf(ring);
  const width = Math.max(...ring.map((point) => point[0] - x)) || 1;
  const depth = Math.max(...ring.map((point) => point[1] - y)) || 1;
  return ring.map(([px, py]) => [x + (px - x) * (1 - by / width), y + (py - y) * (1 - by / depth)]);
}

/** Drops the stops which a straight blend of their neighbours already gives. */
function essential(stops: readonly Stop[]): Stop[] {
  const kept: Stop[] = [];
  stops.forEach((stop, index) => {
    const [before, after] = [kept.at(-1), stops[index + 1]];
    if (before && after) {
      const along = (stop[0] - before[0]) / (after[0] - before[0] || 1);
      if (difference(mix(before[1], after[1], along), stop[1]) < 40) return;
    }
    kept.push(stop);
  });
  return kept;
}

/** On an upright convex wall every picture column shows one facet: its light becomes a stop of a level gradient. */
function wallPaint({ ink, camera }: Scene, ring: readonly Point2[], z: number, of: Material): string {
  const seen = ring.map(([x, y]) => camera.project([x, y, z])[0]);
  const [left, right] = [Math.min(...seen), Math.max(...seen)];
  const stops: Stop[] = [];
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    const length = Math.hypot(nextX - x, nextY - y);
    if (length < 0.01) return;
    const normal = camera.turn([(nextY - y) / length, (x - nextX) / length, 0]);
    if (normal[2] > 0.02) return;
    const [start, end] = [seen[index] ?? left, seen[(index + 1) % ring.length] ?? left];
    const colour = shade(of, litBy(normal));
    const offsets = length > 12 ? [start + (end - start) * 0.06, end - (end - start) * 0.06] : [(start + end) / 2];
    stops.push(...offsets.map((at): Stop => [(at - left) / (right - left), colour]));
  });
  stops.sort((a, b) => a[0] - b[0]);
  return ink.linear(essential(stops), 0, 0, 1, 0);
}

export function prism(scene: Scene, { ring, from, to, bevel = 0, of, top = of, covered }: Prism): string {
  const at = (points: readonly Point2[], z: number) => points.map(([x, y]) => scene.camera.project([x, y, z]));
  const cover = bevel ? inset(ring, bevel) : ring;
  const wall = `<path d="${polygon(hull([...at(ring, from), ...at(ring, to)]))}" fill="${wallPaint(scene, ring, from, of)}"/>`;
  if (covered) return wall;
  const rim = scene.ink.linear(
    [
      [0, shade(top, 0.82)],
      [1, shade(top, 0.62)],
    ],
    0,
    0,
    1,
    1,
  );
  const steps = bevel > 20 ? 4 : bevel > 9 ? 2 : 1;
  const level = (n: number) => {
    const turn = (Math.PI / 2) * (n / steps);
    return at(inset(ring, bevel * (1 - Math.cos(turn))), to + bevel * 0.8 * Math.sin(turn));
  };
  const slope = Array.from(
    { length: bevel ? steps : 0 },
    (_, n) => `<path d="${polygon(hull([...level(n), ...level(n + 1)]))}" fill="${rim}"/>`,
  ).join('');
  const sheen = scene.ink.linear(
    [
      [0, shade(top, 0.78)],
      [0.55, shade(top, 0.58)],
      [1, shade(top, 0.46)],
    ],
    0,
    0,
    0.9,
    1,
  );
  const face = polygon(at(cover, to + bevel * 0.8));
  return `${wall}${slope}<path d="${face}" fill="${sheen}" stroke="${shade(top, 0.78)}"/>`;
}
