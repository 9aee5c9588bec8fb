import { type Camera, litBy, type Point2, type Point3 } from './camera.ts';
import type { Ink, Stop } from './ink.ts';
import { short } from './ink.ts';
import { type Material, shade } from './palette.ts';
import type { Scene } from './scene.ts';

function length3(v: Point3): number {
  return Math.hypot(v[0], v[1], v[2]) || 1;
}

interface Cap {
  centre: Point2;
  radius: number;
  flatness: number;
  angle: number;
  towardViewer: boolean;
}

function capOf(camera: Camera, centre: Point3, normal: Point3, radius: number): Cap {
  const size = length3(normal);
  const [right, up, away] = camera.turn([normal[0] / size, normal[1] / size, normal[2] / size]);
  const angle = Math.abs(right) + Math.abs(up) < 1e-6 ? 0 : Math.atan2(-up, right);
  const pixels = radius * camera.scaleAt(centre);
  return { centre: camera.project(centre), radius: pixels, flatness: Math.abs(away), angle, towardViewer: away < 0 };
}

/** A round plate facing along its normal. */
export function disc({ camera }: Scene, centre: Point3, normal: Point3, radius: number, paint: string): string {
  const cap = capOf(camera, centre, normal, radius);
  const [x, y] = [short(cap.centre[0]), short(cap.centre[1])];
  const angle = Math.round((cap.angle * 180) / Math.PI);
  const radii =
    Math.abs(angle) === 90 ? [cap.radius, cap.radius * cap.flatness] : [cap.radius * cap.flatness, cap.radius];
  const turned = Math.abs(angle) === 90 || angle === 0 ? '' : ` transform="rotate(${angle} ${x} ${y})"`;
  const fill = paint.includes('=') ? paint : `fill="${paint}"`;
  return `<ellipse cx="${x}" cy="${y}" rx="${short(radii[0] ?? 0)}" ry="${short(radii[1] ?? 0)}" ${fill}${turned}/>`;
}

function roundPaint(ink: Ink, cap: Cap, far: Cap, of: Material): string {
  const across: Point2 = [-Math.sin(cap.angle), Math.cos(cap.angle)];
  const stops = [-1, -0.4, 0.4, 1].map((t): Stop => {
    const toward = Math.sqrt(1 - t * t);
    return [(t + 1) / 2, shade(of, litBy([across[0] * t, -across[1] * t, -toward]) + (Math.abs(t) === 1 ? 0.06 : 0))];
  });
  if (Math.abs(across[1]) < 0.05) return across[0] > 0 ? ink.linear(stops, 0, 0, 1, 0) : ink.linear(stops, 1, 0, 0, 0);
  const radius = Math.max(cap.radius, far.radius);
  const middle: Point2 = [(cap.centre[0] + far.centre[0]) / 2, (cap.centre[1] + far.centre[1]) / 2];
  const edge = (sign: number) =>
    [middle[0] + across[0] * radius * sign, middle[1] + across[1] * radius * sign] as const;
  const [start, end] = [edge(-1), edge(1)].map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  if (!start || !end) return of.base;
  return ink.linear(stops, start[0], start[1], end[0], end[1], 'page');
}

/** A slim bar is drawn as two strokes: its shadow side and its lit side. */
function bar(near: Cap, far: Cap, of: Material): string {
  const side = Math.cos(near.angle) < 0 ? -1 : 1;
  const across: Point2 = [Math.sin(near.angle) * side, -Math.cos(near.angle) * side];
  const width = near.radius + far.radius;
  const light = litBy([across[0], -across[1], 0]) > litBy([-across[0], across[1], 0]) ? 1 : -1;
  const stroke = (colour: string, share: number, shift: number) => {
    const [dx, dy] = [across[0] * width * shift * light, across[1] * width * shift * light];
    const start = `${short(near.centre[0] + dx)} ${short(near.centre[1] + dy)}`;
    const run = `${short(far.centre[0] - near.centre[0])} ${short(far.centre[1] - near.centre[1])}`;
    return `<path d="M${start}l${run}" stroke="${colour}" stroke-width="${short(width * share)}"/>`;
  };
  return stroke(shade(of, 0.28), 1, 0) + stroke(shade(of, 0.66), 0.42, 0.17);
}

/** A round bar from one point to another, with its visible end. */
export function tube(scene: Scene, a: Point3, b: Point3, radius: number, of: Material, end = radius, cap = of): string {
  const axis: Point3 = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [near, far] = [capOf(scene.camera, a, axis, radius), capOf(scene.camera, b, axis, end)];
  if (radius === end && cap === of && near.radius < 9 && near.flatness < 0.85) return bar(near, far, of);
  const across: Point2 = [-Math.sin(near.angle), Math.cos(near.angle)];
  const at = (of: Cap, sign: number) =>
    `${short(of.centre[0] + across[0] * of.radius * sign)} ${short(of.centre[1] + across[1] * of.radius * sign)}`;
  const arc = (of: Cap) =>
    `A${short(of.radius * of.flatness)} ${short(of.radius)} ${Math.round((of.angle * 180) / Math.PI)} 0 0 `;
  const path = `M${at(near, 1)}L${at(far, 1)}${arc(far)}${at(far, -1)}L${at(near, -1)}${arc(near)}${at(near, 1)}`;
  const side = `<path d="${path}" fill="${roundPaint(scene.ink, near, far, of)}"/>`;
  const front = far.towardViewer;
  const paint = scene.ink.linear(
    [
      [0, shade(cap, 0.85)],
      [1, shade(cap, 0.45)],
    ],
    0,
    0,
    1,
    1,
  );
  return radius < 3 && end < 3 ? side : side + disc(scene, front ? b : a, axis, front ? end : radius, paint);
}
