import { cable } from '../cable.ts';
import type { Point2 } from '../camera.ts';
import { block, frontMark, row, sideMark, topMark } from '../details.ts';
import { box } from '../outline.ts';
import { coral, glass, graphite, shade, silver, slate, white } from '../palette.ts';
import { type Scene, sceneAt } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

function socket(scene: Scene, y: number, [x, z]: Point2): string {
  const dot = (dx: number) => frontMark(scene, y - 0.4, [x + dx, z], [4, 12], 1.5, `fill="${shade(silver, 0.4)}"`);
  return (
    frontMark(scene, y, [x, z], [34, 34], 8, `fill="#090c10" stroke="${shade(slate, 0.6)}" stroke-width="1.2"`) +
    dot(-6) +
    dot(6)
  );
}

/** A portable power station with handles, sockets and a screen. */
export function powerStation(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 30, pitch: 18, scale: 1.12, x: 316, y: 390 });
  const y = -81;
  const handle = (x: number) => block(scene, [x, 0, 176], [22, 120, 30], graphite, { radius: 8, bevel: 5 });
  const screen = frontMark(
    scene,
    y,
    [0, 140],
    [96, 44],
    8,
    `fill="${shade(glass, 0.15)}" stroke="${shade(slate, 0.6)}"`,
  );
  const bars = row(5, 12).map((x, n) =>
    frontMark(
      scene,
      y - 0.3,
      [x - 10, 140],
      [8, 10 + n * 3],
      2,
      `fill="${n < 4 ? look.accent.light : shade(slate, 0.35)}"`,
    ),
  );
  const vents = row(7, 13).map((z) =>
    sideMark(scene, -136.4, [10, 96 + z], [96, 5], 2.5, `fill="${shade(graphite, 0.05)}"`),
  );
  return [
    floorShadow(look.ink, 322, 404, 270, 62, 0.55),
    handle(112),
    block(scene, [0, 0, 0], [264, 152, 16], graphite, { radius: 16 }),
    block(scene, [0, 0, 12], [272, 160, 164], slate, { radius: 22, bevel: 10 }),
    frontMark(scene, -80.5, [0, 96], [224, 150], 16, `fill="${shade(graphite, 0.3)}"`),
    ...vents,
    screen,
    ...bars,
    ...[-76, -28, 28, 76].map((x) => socket(scene, y, [x, 66])),
    frontMark(scene, y, [86, 140], [30, 22], 8, `fill="${look.accent.base}"`),
    frontMark(scene, y, [-86, 140], [30, 22], 8, `fill="${shade(slate, 0.3)}"`),
    handle(-112),
  ].join('');
}

/** A two-channel bench charger. */
export function charger(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 26, pitch: 36, scale: 1.26, x: 318, y: 338 });
  const screen = (x: number) =>
    topMark(scene, 70.4, box(82, 60, 6, x, 20), `fill="${shade(glass, 0.14)}" stroke="${shade(slate, 0.75)}"`) +
    topMark(
      scene,
      70.6,
      [
        [x - 32, 6],
        [x - 14, 22],
        [x + 4, 14],
        [x + 32, 38],
        [x + 32, 34],
        [x + 4, 10],
        [x - 14, 18],
        [x - 32, 2],
      ],
      `fill="${look.accent.light}"`,
    ) +
    topMark(scene, 70.6, box(26, 6, 2, x - 18, 40), 'fill="#fff" opacity=".8"');
  const knob = (x: number) =>
    tube(scene, [x, -48, 70], [x, -48, 82], 19, silver, 17) +
    disc(scene, [x, -48, 82.4], [0, 0, 1], 4, look.accent.base);
  const key = (x: number) => topMark(scene, 70.4, box(20, 12, 5, x, -48), `fill="${shade(slate, 0.7)}"`);
  const plug = (x: number) =>
    frontMark(scene, -82, [x - 9, 34], [14, 18], 7, `fill="${coral.base}"`) +
    frontMark(scene, -82, [x + 9, 34], [14, 18], 7, 'fill="#0a0d11"');
  return [
    floorShadow(look.ink, 320, 348, 250, 110, 0.52),
    cable(
      scene,
      [
        [60, 84, 24],
        [80, 160, 20],
        [170, 130, 4],
        [200, 190, 4],
      ],
      graphite,
      10,
    ),
    block(scene, [0, 0, 4], [222, 162, 60], graphite, { radius: 16, bevel: 7 }),
    screen(-52),
    screen(52),
    knob(-52),
    knob(52),
    key(-88),
    key(-16),
    key(16),
    key(88),
    plug(-66),
    plug(66),
    ...row(5, 8).map((x) => frontMark(scene, -82, [x, 34], [3.4, 26], 1.6, 'fill="#0a0d11"')),
    frontMark(scene, -82, [0, 12], [200, 3.4], 1.5, `fill="${white.base}" opacity=".25"`),
  ].join('');
}
