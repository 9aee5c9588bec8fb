import { cable } from '../cable.ts';
import type { Point2 } from '../camera.ts';
import { block, frontMark, row, sideMark, topMark } from '../details.ts';
import { box } from '../outline.ts';
import { copper, coral, graphite, type Material, shade, silver, slate, white } from '../palette.ts';
import { type Scene, sceneAt } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

function ports(scene: Scene, y: number, z: number, count: number, step: number): string {
  return row(count, step)
    .map(
      (x) =>
        frontMark(scene, y, [x, z], [step * 0.78, 15], 2, `fill="${shade(white, 0.42)}"`) +
        frontMark(scene, y - 0.2, [x, z], [step * 0.58, 7], 1, 'fill="#12161b"'),
    )
    .join('');
}

function heading(scene: Scene, z: number, size: number, paint: string): string {
  const arrow: Point2[] = [
    [0, -size],
    [size * 0.72, size * 0.8],
    [0, size * 0.42],
    [-size * 0.72, size * 0.8],
  ];
  return topMark(scene, z, arrow, `fill="${paint}" stroke-linejoin="round"`);
}

function controller(look: Look, base: Material, cube: Material, tall: number): string {
  const scene = sceneAt(look.ink, { yaw: 30, pitch: 33, scale: 1.22, x: 318, y: 344 });
  const lamps = row(3, 13).map((x, n) =>
    disc(scene, [x, -86, 46.4], [0, 0, 1], 3.4, [look.accent.light, look.accent.base, coral.base][n] ?? '#fff'),
  );
  const pins = row(9, 15).map(
    (y) =>
      sideMark(scene, -78.3, [y, 26], [9, 18], 1.5, 'fill="#0c0f13"') +
      sideMark(scene, -78.5, [y, 26], [3, 12], 1, `fill="${shade(copper, 0.8)}"`),
  );
  const screws = [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ].map(([x = 0, y = 0]) => disc(scene, [x * 64, y * 92, 46.4], [0, 0, 1], 5, shade(silver, 0.6)));
  return [
    floorShadow(look.ink, 320, 350, 240, 104, 0.52),
    cable(
      scene,
      [
        [60, 104, 24],
        [90, 170, 30],
        [150, 140, 4],
        [196, 168, 4],
      ],
      graphite,
      8,
    ),
    block(scene, [0, 0, 0], [156, 214, 42], base, { radius: 10, bevel: 4 }),
    ...pins,
    ports(scene, -107.4, 20, 4, 32),
    ...lamps,
    ...screws,
    block(scene, [0, 8, 46], [112, 150, tall], cube, { radius: 12, bevel: 6 }),
    frontMark(scene, -67.5, [0, 46 + tall * 0.5], [72, tall * 0.34], 3, `fill="${look.accent.base}"`),
    heading(scene, 51.4 + tall, 34, shade(cube, 0.98)),
    topMark(scene, 51.2 + tall, box(60, 5, 2, 0, 62), `fill="${look.accent.base}"`),
  ].join('');
}

export const cubeAutopilot = (look: Look) => controller(look, graphite, slate, 26);
export const metalAutopilot = (look: Look) => controller(look, silver, graphite, 40);

/** A satellite receiver: a puck with a ring of light on its foot. */
export function satelliteReceiver(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 20, pitch: 30, scale: 1.15, y: 350 });
  const part = (from: number, to: number, a: number, of: Material, b = a) =>
    tube(scene, [0, 0, from], [0, 0, to], a, of, b);
  const glow = look.ink.radial([
    [0.7, look.accent.light, 0.55],
    [1, look.accent.light, 0],
  ]);
  const [x, y] = scene.camera.project([0, 0, 40]);
  return [
    floorShadow(look.ink, 320, 358, 230, 100, 0.5),
    cable(
      scene,
      [
        [-90, 60, 12],
        [-170, 120, 10],
        [-190, 20, 4],
        [-236, 60, 4],
      ],
      graphite,
      9,
    ),
    part(0, 6, 116, slate, 122),
    part(6, 30, 124, graphite),
    `<ellipse cx="${x.toFixed(1)}" cy="${(y + 6).toFixed(1)}" rx="172" ry="92" fill="${glow}"/>`,
    part(30, 38, 121, { dark: look.accent.base, base: look.accent.light, light: '#ffffff' }),
    part(38, 58, 124, graphite, 120),
    part(58, 66, 120, graphite, 106),
    disc(scene, [0, 0, 66.4], [0, 0, 1], 84, `fill="none" stroke="${shade(slate, 0.62)}" stroke-width="1.4"`),
    heading(scene, 66.6, 40, shade(silver, 0.75)),
    disc(scene, [0, -94, 66.5], [0, 0, 1], 4, look.accent.light),
  ].join('');
}
