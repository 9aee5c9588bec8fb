import { cable } from '../cable.ts';
import { block, frontMark, row, sideMark, topMark } from '../details.ts';
import { box } from '../outline.ts';
import { amber, coral, graphite, type Material, shade, silver, slate } from '../palette.ts';
import { type Scene, sceneAt } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc } from '../tube.ts';

function lights(scene: Scene, y: number, z: number, step: number, look: Look): string {
  return row(4, step)
    .map((x, n) =>
      frontMark(scene, y, [x, z], [step * 0.62, 6], 3, `fill="${n < 3 ? look.accent.light : shade(slate, 0.4)}"`),
    )
    .join('');
}

/** A wrapped lithium pack with its leads. */
export function packBattery(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 36, pitch: 25, scale: 1.3, x: 300, y: 338 });
  const label = (attributes: string, y: number, wide: number) =>
    sideMark(scene, -49.4, [y, 44], [wide, 60], 3, attributes);
  return [
    floorShadow(look.ink, 312, 352, 260, 88, 0.52),
    cable(
      scene,
      [
        [-14, -112, 62],
        [-14, -172, 66],
        [40, -176, 4],
        [108, -120, 6],
      ],
      coral,
      11,
    ),
    cable(
      scene,
      [
        [14, -112, 62],
        [16, -166, 70],
        [60, -160, 6],
        [112, -104, 6],
      ],
      graphite,
      11,
    ),
    block(scene, [0, 0, 4], [98, 224, 84], graphite, { radius: 14, bevel: 7 }),
    label(`fill="${look.accent.base}"`, 20, 130),
    label(`fill="${shade(look.accent, 0.85)}"`, -54, 9),
    topMark(scene, 94, box(76, 132, 6, 0, 20), `fill="${shade(look.accent, 0.62)}"`),
    topMark(scene, 94.2, box(76, 9, 2, 0, -56), `fill="${shade(look.accent, 0.9)}"`),
    topMark(scene, 94.3, box(40, 8, 3, -8, 60), 'fill="#fff" opacity=".85"'),
    topMark(scene, 94.3, box(26, 5, 2, -15, 44), 'fill="#fff" opacity=".6"'),
    block(scene, [124, -108, 0], [34, 28, 20], amber, { radius: 4, bevel: 2 }),
    frontMark(scene, -112.5, [0, 34], [54, 20], 4, `fill="${shade(slate, 0.3)}"`),
  ].join('');
}

function smart(look: Look, size: readonly [number, number, number], of: Material, handle: boolean): string {
  const [width, depth, height] = size;
  const scene = sceneAt(look.ink, { yaw: 30, pitch: 23, scale: 1.28, x: 316, y: 300 + height * 0.55 });
  const front = -depth / 2 - 0.4;
  const grip = [-1, 1]
    .map((x) => block(scene, [x * width * 0.34, 0, height + 6], [14, depth * 0.3, 26], graphite, { radius: 5 }))
    .reverse();
  return [
    floorShadow(look.ink, 322, 314 + height * 0.55, 220, 74, 0.52),
    block(scene, [0, 0, 2], [width * 0.94, depth * 0.94, 12], graphite, { radius: 16 }),
    block(scene, [0, 0, 12], [width, depth, height - 12], of, { radius: 20, bevel: 9 }),
    frontMark(scene, front, [0, height * 0.48], [width * 0.66, height * 0.62], 12, `fill="${shade(of, 0.22)}"`),
    frontMark(scene, front - 0.2, [0, height * 0.3], [width * 0.66, 7], 1, `fill="${look.accent.base}"`),
    lights(scene, front - 0.3, height * 0.62, 17, look),
    sideMark(scene, -width / 2 - 0.4, [0, height * 0.46], [depth * 0.5, height * 0.4], 8, `fill="${shade(of, 0.34)}"`),
    ...(handle
      ? [
          ...grip,
          block(scene, [0, 0, height + 30], [width * 0.86, depth * 0.32, 13], graphite, { radius: 8, bevel: 4 }),
        ]
      : [
          disc(scene, [0, -depth * 0.1, height + 7.6], [0, 0, 1], 15, shade(graphite, 0.3)),
          disc(
            scene,
            [0, -depth * 0.1, height + 7.9],
            [0, 0, 1],
            10,
            `fill="none" stroke="${look.accent.light}" stroke-width="2.4"`,
          ),
        ]),
  ].join('');
}

export const heavyBattery = (look: Look) => smart(look, [170, 134, 186], graphite, true);
export const flightBattery = (look: Look) =>
  smart(look, [196, 112, 96], look.seed.pick('tone', [slate, silver]), false);
