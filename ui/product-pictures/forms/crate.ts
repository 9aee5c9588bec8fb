import { block, frontMark, row, sideMark, topMark } from '../details.ts';
import { box } from '../outline.ts';
import { shade, tan, white } from '../palette.ts';
import { sceneAt } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';

/** A plain shipping crate for anything that has no picture of its own. */
export function crate(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 34, pitch: 24, scale: 1.26, x: 318, y: 376 });
  const size = look.seed.between('size', 0.9, 1.1);
  const [w, d, h] = [196 * size, 156, 128 / size];
  return [
    floorShadow(look.ink, 322, 386, 240, 82, 0.52),
    block(scene, [0, 0, 2], [w, d, h], tan, { radius: 5 }),
    topMark(scene, h + 2.4, box(34, d - 2), `fill="${shade(look.accent, 0.62)}"`),
    frontMark(scene, -d / 2 - 0.4, [0, h - 22], [34, 46], 1, `fill="${look.accent.base}"`),
    topMark(scene, h + 2.5, box(w - 2, 1.6), 'fill="#000" opacity=".2"'),
    frontMark(scene, -d / 2 - 0.4, [w * 0.3, 32], [46, 34], 3, `fill="${shade(white, 0.6)}"`),
    ...row(3, 8).map((z, n) =>
      frontMark(scene, -d / 2 - 0.6, [w * 0.3 - n * 3, 32 + z], [32 - n * 6, 3], 1, 'fill="#3a4048"'),
    ),
    sideMark(scene, -w / 2 - 0.4, [-4, h * 0.55], [52, 18], 9, `fill="${shade(tan, 0.08)}"`),
  ].join('');
}
