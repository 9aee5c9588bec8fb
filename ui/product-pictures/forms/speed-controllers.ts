import { cable } from '../cable.ts';
import { block, row, topMark } from '../details.ts';
import { box } from '../outline.ts';
import { copper, coral, graphite, type Material, mix, shade, silver, slate } from '../palette.ts';
import { sceneAt } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

/** A bare controller board with its switches, capacitor and pads. */
export function boardController(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 28, pitch: 42, scale: 1.1, x: 315, y: 318 });
  const board = mixBoard(look);
  const chip = (x: number, y: number) => block(scene, [x, y, 12], [26, 24, 9], graphite, { radius: 2 });
  const pads = [-1, 1].flatMap((side) =>
    row(4, 44).map((x) => disc(scene, [x, side * 84, 12.4], [0, 0, 1], 9, shade(copper, 0.72))),
  );
  const chips = [44, 12, -20, -52].flatMap((y) => [-66, -34, 34, 66].map((x) => chip(x, y)));
  const core = block(scene, [0, -4, 12], [34, 34, 6], slate, { radius: 2 });
  const holes = [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ].map(
    ([x = 0, y = 0]) =>
      disc(scene, [x * 92, y * 84, 12.4], [0, 0, 1], 8, '#12161b') +
      disc(
        scene,
        [x * 92, y * 84, 12.3],
        [0, 0, 1],
        10.5,
        `fill="none" stroke="${shade(copper, 0.8)}" stroke-width="2.4"`,
      ),
  );
  const can = tube(scene, [118, 56, 20], [118, -24, 20], 20, graphite, 20, silver);
  return [
    floorShadow(look.ink, 318, 330, 235, 130, 0.5),
    cable(
      scene,
      [
        [34, 88, 12],
        [30, 150, 46],
        [90, 190, 10],
        [150, 176, 4],
      ],
      coral,
      13,
    ),
    cable(
      scene,
      [
        [-14, 88, 12],
        [-20, 150, 40],
        [60, 214, 10],
        [108, 214, 4],
      ],
      graphite,
      13,
    ),
    block(scene, [0, 0, 4], [214, 196, 8], board, { radius: 16 }),
    ...pads,
    ...holes,
    ...chips,
    core,
    can,
  ].join('');
}

function mixBoard(look: Look): Material {
  return {
    dark: mix(look.accent.dark, '#000000', 0.5),
    base: mix(look.accent.dark, '#101820', 0.35),
    light: mix(look.accent.base, '#203038', 0.4),
  };
}

/** A finned controller for high voltage. */
export function finnedController(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: -52, pitch: 32, scale: 1.12, x: 318, y: 322 });
  const fins = row(7, 15).map((x) => block(scene, [x, 0, 38], [5, 176, 24], look.accent, { radius: 1 }));
  const lead = (y: number, x: number, of: Material, bend: number) =>
    cable(
      scene,
      [
        [x, y, 22],
        [x, y * 1.4, 26],
        [x + bend, y * 1.6, 4],
        [x + bend, y * 2.02, 4],
      ],
      of,
      10,
    );
  return [
    floorShadow(look.ink, 320, 338, 250, 96, 0.5),
    lead(98, 30, coral, 12),
    lead(98, -24, graphite, -6),
    block(scene, [0, 0, 2], [118, 204, 34], graphite, { radius: 8, bevel: 3 }),
    topMark(scene, 38.6, box(106, 182, 4), `fill="${shade(look.accent, 0.12)}"`),
    ...fins,
    lead(-98, 34, graphite, 10),
    lead(-98, 0, graphite, 0),
    lead(-98, -34, graphite, -10),
  ].join('');
}
