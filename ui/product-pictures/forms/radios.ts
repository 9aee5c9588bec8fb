import { cable } from '../cable.ts';
import type { Point2, Point3 } from '../camera.ts';
import { block, frontMark, row, sideMark, topMark } from '../details.ts';
import { box, rounded } from '../outline.ts';
import { carbon, copper, glass, graphite, shade, silver, slate } from '../palette.ts';
import { prism } from '../prism.ts';
import { type Scene, sceneAt } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

/** A small long-range transmitter with its T antenna. */
export function transmitterModule(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 32, pitch: 25, scale: 1.36, x: 322, y: 366 });
  const slots = row(5, 12).map((y) => topMark(scene, 70.6, box(64, 5, 2.4, 0, 26 + y), 'fill="#090c10"'));
  const pins = row(4, 10).map((x) => frontMark(scene, -69.4, [x, 18], [5, 10], 1, `fill="${shade(copper, 0.8)}"`));
  const mast =
    tube(scene, [0, 62, 52], [0, 84, 52], 10, copper) + tube(scene, [0, 84, 52], [0, 90, 168], 7, graphite, 5);
  return [
    floorShadow(look.ink, 322, 376, 220, 80, 0.5),
    mast,
    tube(scene, [88, 90, 170], [-88, 90, 170], 7.5, graphite),
    tube(scene, [14, 90, 170], [-14, 90, 170], 11, look.accent),
    block(scene, [0, 0, 2], [112, 138, 60], graphite, { radius: 12, bevel: 8 }),
    ...slots,
    topMark(scene, 70.6, box(58, 30, 5, 0, -34), `fill="${shade(glass, 0.2)}" stroke="${shade(slate, 0.7)}"`),
    topMark(scene, 70.8, box(30, 5, 2, -8, -30), `fill="${look.accent.light}"`),
    topMark(scene, 70.8, box(18, 4, 2, -14, -40), 'fill="#fff" opacity=".7"'),
    frontMark(scene, -69.2, [0, 18], [48, 16], 3, 'fill="#090c10"'),
    ...pins,
    sideMark(scene, -56.4, [0, 34], [84, 7], 3, `fill="${look.accent.base}"`),
    disc(scene, [34, -6, 70.8], [0, 0, 1], 4, look.accent.light),
  ].join('');
}

function stick(scene: Scene, look: Look, x: number, lean: readonly [number, number]): string {
  const top: Point3 = [x + lean[0], -26 + lean[1], 88];
  return (
    disc(scene, [x, -26, 52.4], [0, 0, 1], 37, shade(graphite, 0.16)) +
    disc(scene, [x, -26, 52.6], [0, 0, 1], 30, shade(slate, 0.3)) +
    disc(scene, [x, -26, 52.8], [0, 0, 1], 16, '#0a0d11') +
    tube(scene, [x, -26, 52], top, 4, silver) +
    tube(scene, top, [top[0] + lean[0] * 0.2, top[1], 100], 9, look.accent, 10, graphite)
  );
}

/** A hand controller with a bright screen. */
export function smartRadio(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 14, pitch: 44, scale: 1.12, x: 320, y: 318 });
  const shell: Point2[] = rounded(
    [
      [-214, -78],
      [-120, -104],
      [120, -104],
      [214, -78],
      [206, 84],
      [-206, 84],
    ],
    44,
  );
  const at = (x: number, y: number) => [x, y] as const;
  const sky = look.ink.linear(
    [
      [0, '#173a4d'],
      [0.6, '#1f6d72'],
      [1, '#3fae93'],
    ],
    0,
    0,
    0.3,
    1,
  );
  const ridge: Point2[] = [
    [-104, -66],
    [-104, -34],
    [-64, -2],
    [-34, -24],
    [8, 22],
    [52, -18],
    [104, 6],
    [104, -66],
  ];
  const horizon: Point2[] = [
    [-104, -66],
    [-104, -50],
    [-40, -40],
    [30, -52],
    [104, -30],
    [104, -66],
  ];
  const cross =
    disc(scene, [0, 4, 54], [0, 0, 1], 15, 'fill="none" stroke="#fff" stroke-width="1.6"') +
    disc(scene, [0, 4, 54], [0, 0, 1], 2.4, '#fff');
  const mast = (x: number) => tube(scene, [x, 84, 36], [x * 1.06, 150, 70], 8, graphite, 7);
  return [
    floorShadow(look.ink, 320, 334, 290, 130, 0.5),
    mast(150),
    mast(-150),
    prism(scene, { ring: shell, from: 2, to: 38, bevel: 14, of: graphite }),
    topMark(scene, 52, box(228, 156, 10, 0, -4), `fill="${shade(carbon, 0.12)}" stroke="${shade(slate, 0.6)}"`),
    topMark(scene, 52.4, box(208, 136, 5, 0, 0), `fill="${sky}"`),
    topMark(scene, 52.6, ridge, 'fill="#0e4a4a" opacity=".7"'),
    topMark(scene, 52.8, horizon, 'fill="#072e33"'),
    cross,
    topMark(scene, 53, box(44, 6, 3, -72, 54), 'fill="#fff" opacity=".85"'),
    topMark(scene, 53, box(26, 6, 3, 82, 54), `fill="${look.accent.light}"`),
    stick(scene, look, -156, at(-8, 9)),
    stick(scene, look, 156, at(5, 14)),
    ...[-168, -144, 144, 168].map((x) => disc(scene, [x, 40, 52.6], [0, 0, 1], 8, shade(slate, 0.62))),
    disc(scene, [156, -80, 50], [0, 0, 1], 7, look.accent.base),
    cable(
      scene,
      [
        [-60, -104, 20],
        [-30, -112, 16],
        [30, -112, 16],
        [60, -104, 20],
      ],
      slate,
      3,
    ),
  ].join('');
}
