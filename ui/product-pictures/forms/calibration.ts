import { block, frontMark } from '../details.ts';
import { lens } from '../lens.ts';
import { carbon, glass, graphite, shade, silver, slate } from '../palette.ts';
import { panel, sceneAt, wire } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

/** Exact measuring: a scanner sends its rings over the floor towards a target. */
export function calibration(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 24, pitch: 27, scale: 1.1, x: 280, y: 344 });
  const rings = [110, 160, 210, 260].map((radius, n) =>
    disc(
      scene,
      [0, 0, 0],
      [0, 0, 1],
      radius,
      `fill="none" stroke="${shade(look.accent, 0.4)}" stroke-width="1.8" stroke-dasharray="${n % 2 ? '2 7' : '14 5'}" opacity="${(0.8 - n * 0.15).toFixed(2)}"`,
    ),
  );
  const part = (from: number, to: number, a: number, of = graphite, b = a) =>
    tube(scene, [0, 0, from], [0, 0, to], a, of, b);
  const target = (x: number, y: number): string => {
    const check = (dx: number, dz: number) =>
      frontMark(scene, y - 4.4, [x + dx, 110 + dz], [33, 33], 1, `fill="${shade(carbon, 0.2)}"`);
    return (
      tube(scene, [x, y + 8, 0], [x, y + 8, 76], 5, slate) +
      block(scene, [x, y, 74], [74, 8, 74], { ...silver, base: '#eef1f3' }, { radius: 2 }) +
      check(-16.5, 16.5) +
      check(16.5, -16.5) +
      disc(scene, [x, y - 5, 110], [0, -1, 0], 9, look.accent.base)
    );
  };
  const beam =
    panel(
      scene,
      [
        [40, -10, 112],
        [186, 26, 142],
        [186, 26, 80],
      ],
      `fill="${look.accent.base}" opacity=".16"`,
    ) +
    wire(
      scene,
      [
        [40, -8, 112],
        [188, 24, 110],
      ],
      `stroke="${shade(look.accent, 0.62)}" stroke-width="1.6"`,
    );
  return [
    floorShadow(look.ink, 290, 352, 190, 84, 0.5),
    ...rings,
    target(196, 30),
    part(0, 14, 84, slate, 78),
    part(14, 26, 60),
    part(26, 78, 70),
    part(78, 84, 71, look.accent),
    part(84, 140, 66, glass),
    part(140, 150, 70, silver),
    part(150, 164, 70, graphite, 58),
    beam,
    disc(scene, [0, 0, 164.4], [0, 0, 1], 34, `fill="none" stroke="${shade(slate, 0.6)}" stroke-width="1.4"`),
    disc(scene, [0, -40, 164.4], [0, 0, 1], 4, look.accent.light),
    lens(scene, [-8, -66, 112], [-0.12, -1, 0], 15, 3, graphite),
  ].join('');
}
