import type { Point2, Point3 } from './camera.ts';
import { litBy } from './camera.ts';
import { short } from './ink.ts';
import { box, rounded, smooth } from './outline.ts';
import { type Material, shade } from './palette.ts';
import { type Prism, prism } from './prism.ts';
import { panel, type Scene } from './scene.ts';

/** A rounded mark on a wall that looks forward. */
export function frontMark(
  scene: Scene,
  y: number,
  middle: Point2,
  size: Point2,
  radius: number,
  attributes: string,
): string {
  const ring = rounded(box(size[0], size[1], 0, middle[0], middle[1]), radius);
  return panel(
    scene,
    ring.map(([x, z]): Point3 => [x, y, z]),
    attributes,
  );
}

/** A rounded mark on the wall at the viewer's left. */
export function sideMark(
  scene: Scene,
  x: number,
  middle: Point2,
  size: Point2,
  radius: number,
  attributes: string,
): string {
  const ring = rounded(box(size[0], size[1], 0, middle[0], middle[1]), radius);
  return panel(
    scene,
    ring.map(([y, z]): Point3 => [x, y, z]),
    attributes,
  );
}

export function topMark(scene: Scene, z: number, ring: readonly Point2[], attributes: string): string {
  return panel(
    scene,
    ring.map(([x, y]): Point3 => [x, y, z]),
    attributes,
  );
}

export function block(
  scene: Scene,
  at: Point3,
  size: Point3,
  of: Material,
  more: Partial<Prism> & { radius?: number } = {},
): string {
  const ring = box(size[0], size[1], more.radius ?? 4, at[0], at[1]);
  return prism(scene, { ...more, ring, from: at[2], to: at[2] + size[2], of });
}

/** A row of equal things around a middle. */
export function row(count: number, step: number): number[] {
  return Array.from({ length: count }, (_, index) => (index - (count - 1) / 2) * step);
}

export interface Band {
  behind: string;
  front: string;
}

/** An upright ring, open above and below: the far inner wall and the near outer wall. */
export function band(scene: Scene, [x, y, z]: Point3, radius: number, height: number, of: Material): Band {
  const ends = [z, z + height].map((level) => {
    const centre: Point3 = [x, y, level];
    const [px, py] = scene.camera.project(centre);
    const rx = radius * scene.camera.scaleAt(centre);
    return { px, py, rx, ry: rx * -scene.camera.turn([0, 0, 1])[2] };
  });
  const [low, high] = ends;
  if (!low || !high) return { behind: '', front: '' };
  const half = (sweep: 0 | 1) =>
    `M${short(high.px - high.rx)} ${short(high.py)}A${short(high.rx)} ${short(high.ry)} 0 0 ${sweep} ${short(high.px + high.rx)} ${short(high.py)}` +
    `L${short(low.px + low.rx)} ${short(low.py)}A${short(low.rx)} ${short(low.ry)} 0 0 ${sweep ? 0 : 1} ${short(low.px - low.rx)} ${short(low.py)}z`;
  const outside = scene.ink.linear(
    [
      [0, shade(of, 0.6)],
      [0.3, shade(of, 0.78)],
      [0.7, shade(of, 0.4)],
      [1, shade(of, 0.22)],
    ],
    0,
    0,
    1,
    0,
  );
  const inside = scene.ink.linear(
    [
      [0, shade(of, 0.12)],
      [0.6, shade(of, 0.34)],
      [1, shade(of, 0.55)],
    ],
    0,
    0,
    1,
    0,
  );
  const edge = `fill="none" stroke="${shade(of, 0.9)}" stroke-width="1.6"`;
  const rim = `<ellipse cx="${short(high.px)}" cy="${short(high.py)}" rx="${short(high.rx)}" ry="${short(high.ry)}" ${edge}/>`;
  return {
    behind: `<path d="${half(1)}" fill="${inside}"/>`,
    front: `<path d="${half(0)}" fill="${outside}"/>${rim}`,
  };
}

/** A smooth round body along a line of stations. */
export function spindle(scene: Scene, stations: readonly { at: Point3; radius: number }[], of: Material): string {
  const [first, last] = [stations[0], stations.at(-1)];
  if (!first || !last) return '';
  const [a, b] = [scene.camera.project(first.at), scene.camera.project(last.at)];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  const across: Point2 = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  const edge = (side: number) =>
    stations.map(({ at, radius }): Point2 => {
      const [x, y] = scene.camera.project(at);
      const reach = radius * scene.camera.scaleAt(at) * side;
      return [x + across[0] * reach, y + across[1] * reach];
    });
  const widest = stations.reduce((most, station) => (station.radius > most.radius ? station : most), first);
  const [x, y] = scene.camera.project(widest.at);
  const reach = widest.radius * scene.camera.scaleAt(widest.at);
  const stops = [-1, -0.5, 0.2, 1].map((t) => {
    const light = litBy([across[0] * t, -across[1] * t, -Math.sqrt(1 - t * t)]);
    return [(t + 1) / 2, shade(of, light)] as const;
  });
  const end = (side: number) => [x + across[0] * reach * side, y + across[1] * reach * side] as const;
  const paint = scene.ink.linear(stops, ...end(-1), ...end(1), 'page');
  return `<path d="${smooth([...edge(1), ...edge(-1).reverse()])}" fill="${paint}"/>`;
}

/** A thin wing: its underside first, then the lit upper face. */
export function wing(scene: Scene, points: readonly Point3[], thickness: Point3, of: Material, lit = 0.62): string {
  const lower = points.map(([x, y, z]): Point3 => [x - thickness[0], y - thickness[1], z - thickness[2]]);
  const face = scene.ink.linear(
    [
      [0, shade(of, lit + 0.2)],
      [1, shade(of, lit - 0.12)],
    ],
    0,
    0,
    1,
    0.7,
  );
  return (
    panel(scene, lower, `fill="${shade(of, 0.2)}"`) + panel(scene, points, `fill="${face}" stroke="${shade(of, 0.85)}"`)
  );
}
