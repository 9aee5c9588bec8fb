import { ring } from '../airframe.ts';
import type { Point2, Point3 } from '../camera.ts';
import { block, frontMark, row, sideMark, topMark } from '../details.ts';
import { box, rounded } from '../outline.ts';
import { amber, graphite, shade, silver, slate } from '../palette.ts';
import { panel, type Scene, sceneAt } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

function latch(scene: Scene, y: number, x: number, z: number, accent: string): string {
  return (
    frontMark(scene, y, [x, z], [30, 34], 5, `fill="${shade(graphite, 0.2)}"`) +
    frontMark(scene, y - 0.3, [x, z + 4], [20, 16], 4, `fill="${accent}"`)
  );
}

/** A tall transit case on wheels. */
export function transitCase(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 30, pitch: 20, scale: 1.14, x: 316, y: 390 });
  const rib = (x: number) => frontMark(scene, -70.6, [x, 98], [14, 168], 6, `fill="${shade(slate, 0.26)}"`);
  const wheel = (y: number) => tube(scene, [-118, y, 14], [-134, y, 14], 15, graphite, 15, slate);
  return [
    floorShadow(look.ink, 322, 402, 260, 62, 0.55),
    tube(scene, [60, 40, 196], [60, 40, 232], 5, silver) +
      tube(scene, [-60, 40, 196], [-60, 40, 232], 5, silver) +
      tube(scene, [-66, 40, 234], [66, 40, 234], 8, graphite),
    block(scene, [0, 0, 4], [252, 140, 108], slate, { radius: 18 }),
    block(scene, [0, 0, 112], [258, 146, 9], graphite, { radius: 20 }),
    block(scene, [0, 0, 121], [252, 140, 66], slate, { radius: 18, bevel: 9 }),
    rib(-96),
    rib(-48),
    rib(48),
    rib(96),
    latch(scene, -73.6, -72, 114, look.accent.base),
    latch(scene, -73.6, 72, 114, look.accent.base),
    frontMark(scene, -73.4, [0, 82], [84, 26], 9, `fill="${shade(graphite, 0.2)}"`),
    tube(scene, [34, -80, 84], [-34, -80, 84], 7, graphite),
    frontMark(scene, -70.7, [0, 158], [56, 22], 4, `fill="${shade(look.accent, 0.48)}"`),
    sideMark(scene, -126.4, [0, 70], [84, 30], 10, `fill="${shade(graphite, 0.3)}"`),
    wheel(48),
    wheel(-48),
  ].join('');
}

/** An open hard case with foam cut to the shape of a drone. */
export function openCase(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 26, pitch: 32, scale: 1.12, x: 316, y: 346 });
  const lid = (inset: number, y: number): Point3[] =>
    rounded(box(280 - inset * 2, 176 - inset * 2, 0, 0, 88), 18).map(([x, up]) => [
      x,
      y + 94 + up * 0.28,
      70 + up * 0.96,
    ]);
  const hole = (ringPoints: readonly Point2[], tone = 0.1) =>
    topMark(scene, 74.4, ringPoints, `fill="${shade(graphite, tone)}" stroke="#000" stroke-opacity=".5"`);
  const arms = ring(4, 78, 0.68).map(([x, y]) => disc(scene, [x - 34, y, 74.4], [0, 0, 1], 22, shade(graphite, 0.08)));
  const dimples = row(5, 46).flatMap((x) =>
    row(3, 46).map((up) => {
      const [px, py] = scene.camera.project([x, 92 + (88 + up) * 0.28, 70 + (88 + up) * 0.96]);
      return `<circle cx="${px.toFixed(0)}" cy="${py.toFixed(0)}" r="7" fill="#000" opacity=".22"/>`;
    }),
  );
  return [
    floorShadow(look.ink, 322, 360, 280, 108, 0.55),
    panel(scene, lid(0, 14), `fill="${shade(amber, 0.2)}"`),
    panel(scene, lid(0, 4), `fill="${shade(amber, 0.42)}" stroke="${shade(amber, 0.7)}"`),
    panel(scene, lid(13, 2), `fill="${shade(graphite, 0.5)}"`),
    ...dimples,
    block(scene, [0, 0, 2], [280, 188, 66], amber, { radius: 18, bevel: 6 }),
    topMark(scene, 73.6, box(252, 160, 12), `fill="${shade(graphite, 0.46)}"`),
    hole(box(64, 104, 22, -34, 0)),
    ...arms,
    hole(box(58, 56, 8, 82, 34)),
    hole(box(58, 42, 8, 82, -38)),
    block(scene, [82, 34, 68], [44, 42, 12], slate, { radius: 6, bevel: 2 }),
    topMark(scene, 82.2, box(24, 5, 2, 82, 34), `fill="${look.accent.base}"`),
    latch(scene, -94.6, -84, 54, look.accent.base),
    latch(scene, -94.6, 84, 54, look.accent.base),
    tube(scene, [36, -104, 40], [-36, -104, 40], 8, graphite),
    frontMark(scene, -94.4, [0, 22], [230, 6], 3, `fill="${shade(amber, 0.22)}"`),
  ].join('');
}
