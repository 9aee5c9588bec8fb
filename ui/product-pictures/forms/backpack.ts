import { cable } from '../cable.ts';
import type { Point2, Point3 } from '../camera.ts';
import { block, frontMark, sideMark } from '../details.ts';
import { rounded } from '../outline.ts';
import { graphite, shade, slate } from '../palette.ts';
import { sceneAt, wire } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';

/** An upright backpack with two pockets, straps and zips. */
export function backpack(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 32, pitch: 15, scale: 1.16, x: 318, y: 412 });
  const zip = (y: number, at: Point2, size: Point2, radius: number) => {
    const [w, h] = [size[0] / 2, size[1] / 2];
    const path = rounded(
      [
        [at[0] - w, at[1] - h],
        [at[0] - w, at[1] + h],
        [at[0] + w, at[1] + h],
        [at[0] + w, at[1] - h],
      ],
      radius,
    ).slice(2, -2);
    return (
      wire(
        scene,
        path.map(([x, z]): Point3 => [x, y, z]),
        'stroke="#090b0e" stroke-width="3"',
      ) +
      wire(
        scene,
        path.map(([x, z]): Point3 => [x, y - 0.4, z]),
        `stroke="${shade(look.accent, 0.5)}" stroke-width="1" stroke-dasharray="2 2"`,
      )
    );
  };
  const pull = (y: number, x: number, z: number) =>
    frontMark(scene, y, [x, z], [5, 18], 2, `fill="${look.accent.base}"`);
  return [
    floorShadow(look.ink, 326, 420, 210, 44, 0.55),
    cable(
      scene,
      [
        [70, 62, 246],
        [110, 120, 200],
        [104, 110, 90],
        [76, 62, 40],
      ],
      graphite,
      17,
    ),
    block(scene, [0, 6, 0], [188, 128, 236], slate, { radius: 40, bevel: 30 }),
    sideMark(scene, -94.4, [8, 70], [66, 92], 14, `fill="${shade(graphite, 0.34)}"`),
    sideMark(scene, -94.6, [8, 108], [66, 5], 2, `fill="${look.accent.base}"`),
    sideMark(scene, -94.6, [8, 164], [78, 9], 4, `fill="${shade(graphite, 0.24)}"`),
    sideMark(scene, -94.8, [-22, 164], [20, 15], 4, `fill="${shade(graphite, 0.6)}"`),
    zip(-58.4, [0, 150], [150, 150], 34),
    block(scene, [0, -72, 6], [150, 36, 112], graphite, { radius: 17, bevel: 12 }),
    zip(-90.4, [0, 60], [118, 84], 18),
    frontMark(scene, -58.6, [0, 182], [74, 26], 6, `fill="${shade(graphite, 0.3)}"`),
    frontMark(scene, -58.8, [0, 182], [46, 6], 3, `fill="${look.accent.base}"`),
    pull(-90.8, 52, 50),
    pull(-58.8, -72, 140),
    frontMark(scene, -90.8, [-34, 34], [34, 14], 4, `fill="${shade(look.accent, 0.42)}"`),
    cable(
      scene,
      [
        [-34, 8, 262],
        [-30, 8, 296],
        [34, 8, 296],
        [38, 8, 260],
      ],
      graphite,
      10,
    ),
  ].join('');
}
