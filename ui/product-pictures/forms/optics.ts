import { block, frontMark, row, sideMark, topMark } from '../details.ts';
import { lens } from '../lens.ts';
import { box } from '../outline.ts';
import { amber, carbon, glass, graphite, type Material, shade, silver, slate, teal } from '../palette.ts';
import { type Scene, sceneAt } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

/** A large survey camera: a square block behind a big lens. */
export function surveyCamera(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 34, pitch: 20, scale: 1.3, x: 300, y: 372 });
  const ribs = row(5, 16).map((z) =>
    sideMark(scene, -75.4, [18, 78 + z], [84, 6], 2, `fill="${shade(graphite, 0.06)}"`),
  );
  const part = (from: number, to: number, radius: number, of: Material) =>
    tube(scene, [0, from, 76], [0, to, 76], radius, of);
  return [
    floorShadow(look.ink, 322, 392, 230, 62, 0.55),
    block(scene, [0, 14, 4], [150, 132, 142], graphite, { radius: 12, bevel: 5 }),
    ...ribs,
    topMark(scene, 150.6, box(66, 46, 6, 0, 22), `fill="${shade(slate, 0.5)}" stroke="${shade(slate, 0.8)}"`),
    disc(scene, [46, -26, 150.6], [0, 0, 1], 6, look.accent.base),
    part(-50, -62, 66, silver),
    part(-62, -92, 60, graphite),
    part(-92, -97, 60.5, look.accent),
    part(-97, -126, 58, graphite),
    lens(scene, [0, -126, 76], [0, -1, 0], 62, 12, slate),
  ].join('');
}

/** A small camera block for aircraft, without a screen. */
export function blockCamera(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: -30, pitch: 22, scale: 1.34, x: 332, y: 362 });
  const screws = [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ].map(([x = 0, y = 0]) => disc(scene, [x * 60, 16 + y * 30, 120.6], [0, 0, 1], 4, '#0a0d11'));
  const part = (from: number, to: number, radius: number, of: Material) =>
    tube(scene, [4, from, 60], [4, to, 60], radius, of);
  return [
    floorShadow(look.ink, 312, 384, 235, 62, 0.55),
    block(scene, [0, 16, 2], [156, 92, 112], slate, { radius: 14, bevel: 6 }),
    ...screws,
    disc(scene, [0, 16, 120.6], [0, 0, 1], 12, '#0a0d11'),
    frontMark(scene, -30.5, [-58, 24], [24, 12], 4, `fill="${look.accent.base}"`),
    frontMark(scene, -30.5, [62, 98], [12, 8], 4, 'fill="#e2473a"'),
    part(-30, -38, 55, silver),
    part(-38, -43, 51, amber),
    part(-43, -76, 49, graphite),
    part(-76, -79, 49.5, silver),
    part(-79, -98, 48, graphite),
    lens(scene, [4, -98, 60], [0, -1, 0], 50, 10, graphite),
  ].join('');
}

function cradle(scene: Scene, look: Look, of: Material, width: number): { behind: string; before: string } {
  const plate = block(scene, [0, 10, 236], [132, 120, 8], of, { radius: 18 });
  const dampers = [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ].map(([x = 0, y = 0]) => tube(scene, [x * 46, 10 + y * 40, 244], [x * 46, 10 + y * 40, 262], 11, look.accent, 9));
  const upper = block(scene, [0, 10, 262], [116, 104, 6], carbon, { radius: 16 });
  const pan = tube(scene, [0, 10, 206], [0, 10, 236], 34, graphite);
  const ring = tube(scene, [0, 10, 214], [0, 10, 219], 35, look.accent);
  const spine = tube(scene, [0, 22, 206], [0, 104, 196], 11, of) + tube(scene, [0, 104, 200], [0, 104, 118], 11, of);
  const roll = tube(scene, [0, 116, 118], [0, 84, 118], 34, graphite);
  const fork = tube(scene, [-width, 86, 118], [width, 86, 118], 10, of);
  const side = (x: number) =>
    tube(scene, [x, 86, 118], [x, 0, 118], 9, of) +
    tube(scene, [x + 14, 0, 118], [x + 2, 0, 118], 28, graphite) +
    tube(scene, [x + 2, 0, 118], [x - 3, 0, 118], 28, look.accent) +
    tube(scene, [x - 3, 0, 118], [x - 15, 0, 118], 28, graphite, 26, slate);
  return {
    behind: roll + spine + fork + side(width) + pan + ring + plate + dampers.join('') + upper,
    before: side(-width),
  };
}

/** A carbon three-axis gimbal carrying a cinema camera. */
export function cinemaGimbal(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 32, pitch: 16, scale: 1.1, x: 316, y: 392 });
  const { behind, before } = cradle(scene, look, carbon, 104);
  const camera =
    block(scene, [0, 0, 74], [128, 112, 88], slate, { radius: 10, bevel: 4 }) +
    topMark(scene, 165.6, box(50, 50, 6, 0, 10), `fill="${shade(graphite, 0.4)}"`);
  const barrel =
    tube(scene, [0, -56, 118], [0, -104, 118], 38, graphite) +
    tube(scene, [0, -76, 118], [0, -82, 118], 38.8, look.accent);
  return (
    floorShadow(look.ink, 322, 404, 200, 40, 0.42) +
    behind +
    camera +
    barrel +
    lens(scene, [0, -104, 118], [0, -1, 0], 44, 16, graphite) +
    before
  );
}

/** A compact gimbal with a mapping camera. */
export function compactGimbal(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 22, pitch: 20, scale: 1.12, x: 318, y: 394 });
  const { behind, before } = cradle(scene, look, silver, 88);
  const camera =
    block(scene, [0, 4, 78], [104, 96, 80], graphite, { radius: 16, bevel: 6 }) +
    frontMark(scene, -44.5, [34, 140], [18, 10], 4, `fill="${look.accent.base}"`);
  return (
    floorShadow(look.ink, 318, 404, 190, 38, 0.42) +
    behind +
    camera +
    lens(scene, [0, -44, 116], [0, -1, 0], 34, 34, slate) +
    before
  );
}

/** Thermal and daylight eyes in a stabilised ball. */
export function thermalPayload(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 28, pitch: 17, scale: 1.38, x: 312, y: 372 });
  const part = (from: number, to: number, a: number, of: Material, b = a) =>
    tube(scene, [0, 0, from], [0, 0, to], a, of, b);
  const fork = (x: number) =>
    block(scene, [x, 0, 44], [20, 62, 118], slate, { radius: 9, bevel: 3 }) +
    tube(scene, [x + 9, 0, 84], [x - 11, 0, 84], 27, graphite, 27, slate);
  const head = block(scene, [0, 0, 26], [128, 98, 104], graphite, { radius: 30, bevel: 12 });
  const face = frontMark(
    scene,
    -49.5,
    [0, 82],
    [104, 78],
    22,
    `fill="${shade(glass, 0.08)}" stroke="${shade(slate, 0.5)}" stroke-width="1.4"`,
  );
  const ringed = tube(scene, [-26, -50, 84], [-26, -54, 84], 28, silver);
  return [
    floorShadow(look.ink, 318, 388, 190, 48, 0.5),
    fork(76),
    part(178, 196, 62, slate, 56),
    part(196, 202, 57, teal),
    part(202, 216, 54, graphite),
    block(scene, [0, 0, 156], [172, 64, 22], slate, { radius: 12, bevel: 4 }),
    head,
    face,
    ringed,
    lens(scene, [-26, -54, 84], [0, -1, 0], 26, 8, graphite),
    lens(scene, [32, -50, 98], [0, -1, 0], 17, 8, amber),
    lens(scene, [32, -50, 62], [0, -1, 0], 10, 5, silver),
    fork(-76),
  ].join('');
}
