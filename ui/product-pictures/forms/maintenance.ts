import type { Point2 } from '../camera.ts';
import { block, topMark } from '../details.ts';
import { box, smooth } from '../outline.ts';
import { graphite, shade, silver, slate } from '../palette.ts';
import { motor } from '../rotor.ts';
import { type Scene, sceneAt } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

function spanner(scene: Scene, look: Look, z: number): string {
  const outline: Point2[] = [
    [-150, -9],
    [92, -12],
    [108, -30],
    [136, -34],
    [122, -14],
    [124, 10],
    [144, 26],
    [116, 32],
    [92, 14],
    [-150, 9],
    [-176, 24],
    [-200, 14],
    [-208, -8],
    [-190, -26],
    [-166, -22],
  ];
  const shape = (up: number) =>
    smooth(
      outline.flatMap((p): Point2[] => [p, p]).map(([x, y]) => scene.camera.project([x - 10, y - 116 + x * 0.1, up])),
    );
  const steel = scene.ink.linear(
    [
      [0, shade(silver, 0.95)],
      [0.5, shade(silver, 0.6)],
      [1, shade(silver, 0.3)],
    ],
    0,
    0,
    0.3,
    1,
  );
  const hole = disc(scene, [-196, -136, z + 9.2], [0, 0, 1], 11, shade(slate, 0.2));
  return `<path d="${shape(z)}" fill="${shade(silver, 0.14)}"/><path d="${shape(z + 9)}" fill="${steel}" stroke="#fff" stroke-width=".8"/>${hole}${topMark(scene, z + 9.3, box(120, 7, 3, -30, -119), `fill="${look.accent.base}" opacity=".85"`)}`;
}

/** Care for a fleet: a motor on the bench between spanner and driver. */
export function maintenance(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 16, pitch: 33, scale: 1.12, x: 322, y: 318 });
  const bench = block(scene, [0, 0, 0], [420, 300, 12], slate, { radius: 34, bevel: 5 });
  const driver =
    tube(scene, [190, 88, 30], [120, 28, 26], 15, look.accent, 13) +
    tube(scene, [120, 28, 26], [114, 23, 26], 10, graphite) +
    tube(scene, [114, 23, 26], [56, -26, 24], 4.5, silver);
  const screws = (
    [
      [-150, 60],
      [-128, 88],
      [-164, 98],
    ] as Point2[]
  ).map(
    ([x, y]) => tube(scene, [x, y, 16], [x, y, 24], 8, silver) + disc(scene, [x, y, 24.3], [0, 0, 1], 3.6, '#0a0d11'),
  );
  return (
    floorShadow(look.ink, 326, 334, 300, 150, 0.45) +
    bench +
    screws.join('') +
    motor(scene, [-20, 34, 16], 62, 82, look.accent) +
    tube(scene, [-20, 34, 98], [-20, 34, 112], 14, silver) +
    driver +
    spanner(scene, look, 16)
  );
}
