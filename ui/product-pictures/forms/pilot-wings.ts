import type { Point2, Point3 } from '../camera.ts';
import { frontMark, row } from '../details.ts';
import { box, polygon, rounded, smooth } from '../outline.ts';
import { amber, graphite, shade, slate, tan } from '../palette.ts';
import { prism } from '../prism.ts';
import { type Scene, sceneAt, wire } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

function feathers(scene: Scene, side: number): string {
  const gold = (lit: number) =>
    scene.ink.linear(
      [
        [0, shade(amber, lit + 0.3)],
        [0.5, shade(tan, lit + 0.1)],
        [1, shade(tan, lit - 0.3)],
      ],
      0,
      0,
      0.2,
      1,
    );
  return [0, 1, 2, 3]
    .map((n) => {
      const [reach, low] = [214 - n * 38, 46 - n * 27];
      const points: Point2[] = [
        [26, low + 6],
        [90, low + 18],
        [reach * 0.8, low + 26 - n * 2],
        [reach, low + 34 - n * 4],
        [reach - 4, low + 22 - n * 3],
        [reach * 0.82, low + 4],
        [80, low - 10],
        [26, low - 16],
      ];
      const path = smooth(points.map(([x, z]) => scene.camera.project([x * side, -18 - n * 2, z + 124])));
      return `<path d="${path}" fill="${gold(0.72 - n * 0.03)}" stroke="${shade(amber, 0.1)}" stroke-opacity=".5"/>`;
    })
    .join('');
}

/** A pilot's wings on their stand. */
export function training(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 12, pitch: 14, scale: 1.14, x: 320, y: 396 });
  const shield: Point2[] = rounded(
    [
      [-44, 186],
      [44, 186],
      [50, 128],
      [0, 62],
      [-50, 128],
    ],
    16,
  );
  const plate = (y: number, paint: string) =>
    `<path d="${polygon(shield.map(([x, z]) => scene.camera.project([x, y, z])))}" ${paint}/>`;
  const enamel = look.ink.linear(
    [
      [0, shade(look.accent, 0.8)],
      [0.5, shade(look.accent, 0.45)],
      [1, shade(look.accent, 0.15)],
    ],
    0,
    0,
    0.5,
    1,
  );
  const hubs = row(2, 44).flatMap((x) => row(2, 34).map((z): Point3 => [x, -31, 142 + z]));
  const drone = hubs.map(
    (at) =>
      wire(scene, [[0, -31, 142], at], 'stroke="#fff" stroke-width="4"') +
      disc(scene, at, [0, -1, 0], 12, 'fill="none" stroke="#fff" stroke-width="2.6"'),
  );
  return [
    floorShadow(look.ink, 322, 404, 290, 50, 0.5),
    prism(scene, { ring: box(300, 110, 26), from: 0, to: 26, bevel: 8, of: graphite }),
    frontMark(scene, -55.5, [0, 14], [96, 9], 3, `fill="${shade(tan, 0.6)}"`),
    tube(scene, [0, 0, 30], [0, -10, 96], 7, slate),
    feathers(scene, 1),
    feathers(scene, -1),
    plate(-20, `fill="${shade(tan, 0.1)}"`),
    plate(-26, `fill="${shade(tan, 0.7)}" stroke="#fff"`),
    `<g transform="translate(32.6 33) scale(.9)">${plate(-29, `fill="${enamel}"`)}</g>`,
    ...drone,
    disc(scene, [0, -32, 142], [0, -1, 0], 9, '#fff'),
  ].join('');
}
