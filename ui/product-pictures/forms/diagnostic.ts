import type { Point2, Point3 } from '../camera.ts';
import { row } from '../details.ts';
import { rounded } from '../outline.ts';
import { coral, graphite, shade, slate } from '../palette.ts';
import { panel, sceneAt, wire } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

/** A quick look inside: a rugged tablet with the trace of a motor. */
export function diagnostic(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 24, pitch: 16, scale: 1.2, x: 312, y: 384 });
  const lean = (x: number, z: number, out = 0): Point3 => [x, -60 + z * 0.34 - out, 6 + z * 0.94 + out * 0.3];
  const sheet = (w: number, low: number, high: number, radius: number, out: number) =>
    rounded(
      [
        [-w, low],
        [w, low],
        [w, high],
        [-w, high],
      ],
      radius,
    ).map(([x, z]) => lean(x, z, out));
  const wave: Point2[] = [
    [-136, 92],
    [-96, 92],
    [-84, 106],
    [-72, 92],
    [-50, 92],
    [-38, 70],
    [-20, 164],
    [0, 46],
    [16, 104],
    [26, 92],
    [64, 92],
    [76, 104],
    [88, 92],
    [136, 92],
  ];
  const grid = row(5, 32).map((z) =>
    wire(scene, [lean(-140, 106 + z, 3), lean(140, 106 + z, 3)], 'stroke="#fff" stroke-opacity=".09"'),
  );
  const screen = look.ink.linear(
    [
      [0, '#1b3140'],
      [1, '#0a141c'],
    ],
    0,
    0,
    0.4,
    1,
  );
  const trace = (width: number, opacity: number) =>
    wire(
      scene,
      wave.map(([x, z]) => lean(x, z, 4)),
      `stroke="${look.accent.light}" stroke-width="${width}" opacity="${opacity}"`,
    );
  return [
    floorShadow(look.ink, 322, 392, 270, 60, 0.52),
    tube(scene, [0, 92, 4], [0, 20, 150], 7, slate),
    panel(scene, sheet(170, 0, 212, 22, -14), `fill="${shade(graphite, 0.14)}"`),
    panel(scene, sheet(170, 0, 212, 22, 0), `fill="${shade(slate, 0.52)}" stroke="${shade(slate, 0.9)}"`),
    ...[-1, 1].flatMap((x) =>
      [10, 202].map((z) => disc(scene, lean(x * 155, z, 3), [0, -1, 0.36], 14, shade(graphite, 0.3))),
    ),
    panel(scene, sheet(150, 22, 192, 8, 2), `fill="${screen}"`),
    ...grid,
    trace(7, 0.2),
    trace(2.6, 1),
    panel(
      scene,
      sheet(1.4, 30, 184, 0.4, 4).map(([x, y, z]): Point3 => [x - 20, y, z]),
      'fill="#fff" opacity=".35"',
    ),
    disc(scene, lean(-20, 150, 5), [0, -1, 0.36], 6, coral.base),
    panel(
      scene,
      [lean(-136, 180, 4), lean(-80, 180, 4), lean(-80, 174, 4), lean(-136, 174, 4)],
      'fill="#fff" opacity=".75"',
    ),
    panel(
      scene,
      [lean(96, 180, 4), lean(136, 180, 4), lean(136, 172, 4), lean(96, 172, 4)],
      `fill="${look.accent.base}"`,
    ),
    panel(
      scene,
      [lean(-150, 192, 4.5), lean(-20, 192, 4.5), lean(-90, 22, 4.5), lean(-150, 22, 4.5)],
      'fill="#fff" opacity=".05"',
    ),
  ].join('');
}
