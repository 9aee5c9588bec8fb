import { ring } from '../airframe.ts';
import type { Point2, Point3 } from '../camera.ts';
import { block, frontMark, row, topMark } from '../details.ts';
import { box, rounded } from '../outline.ts';
import { carbon, graphite, type Material, shade, silver, slate, teal } from '../palette.ts';
import { prism } from '../prism.ts';
import { type Scene, sceneAt, wire } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';
import { multirotor } from './multirotor.ts';

function plate(scene: Scene, look: Look, z: number, size: number): string {
  const hole = `fill="#05080b" stroke="${shade(carbon, 0.8)}"`;
  const slots = [-1, 1].map((side) => topMark(scene, z + 5.2, box(12, size * 0.42, 5, side * size * 0.3, 0), hole));
  const centre = topMark(scene, z + 5.2, box(size * 0.34, size * 0.34, 6), hole);
  const screws = ring(4, size * 0.56).map(([x, y]) => disc(scene, [x, y, z + 5.4], [0, 0, 1], 3.4, look.accent.base));
  return block(scene, [0, 0, z], [size, size, 5], carbon, { radius: 24 }) + slots.join('') + centre + screws.join('');
}

function mount(scene: Scene, [x, y]: Point2, z: number): string {
  const pad =
    tube(scene, [x, y, z - 6], [x, y, z + 9], 22, carbon) + tube(scene, [x, y, z + 9], [x, y, z + 11], 22, slate);
  const holes = ring(4, 12).map(([dx, dy]) => disc(scene, [x + dx, y + dy, z + 11.3], [0, 0, 1], 2.6, '#06090c'));
  return pad + disc(scene, [x, y, z + 11.2], [0, 0, 1], 6, '#06090c') + holes.join('');
}

/** A bare quad frame: two carbon plates, four tubes, motor mounts and landing gear. */
export function tubeFrame(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 22, pitch: 32, scale: 1.2, y: 345 });
  const ends = ring(4, 196, 0.9);
  const z = 100;
  const bar = ([x, y]: Point2) =>
    tube(scene, [x * 0.2, y * 0.2, z], [x, y, z], 8, carbon) +
    tube(scene, [x * 0.28, y * 0.28, z], [x * 0.34, y * 0.34, z], 11, look.accent) +
    mount(scene, [x, y], z);
  const leg = (side: number) =>
    tube(scene, [side * 34, 0, z - 12], [side * 74, 0, 8], 5.5, carbon) +
    tube(scene, [side * 76, -88, 6], [side * 76, 88, 6], 6, carbon) +
    tube(scene, [side * 76, -92, 6], [side * 76, -74, 6], 8, slate);
  const rails = row(2, 44).map((x) => tube(scene, [x, -92, z - 20], [x, 92, z - 20], 4.5, carbon));
  const [back, front] = [ends.filter(([, y]) => y > 0), ends.filter(([, y]) => y < 0)];
  return [
    floorShadow(look.ink, 320, 342, 270, 100, 0.38),
    leg(1),
    ...back.map(bar),
    ...rails,
    plate(scene, look, z - 14, 116),
    ...front.map(bar),
    plate(scene, look, z + 12, 116),
    leg(-1),
  ].join('');
}

function strip(scene: Scene, from: Point2, to: Point2, z: number, of: Material): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const [nx, ny] = [(-dy / length) * 13, (dx / length) * 13];
  const corners: Point2[] = [
    [from[0] - nx, from[1] - ny],
    [to[0] - nx, to[1] - ny],
    [to[0] + nx, to[1] + ny],
    [from[0] + nx, from[1] + ny],
  ];
  const end = disc(scene, [to[0], to[1], z + 7.3], [0, 0, 1], 5, '#06090c');
  const screws = ring(4, 12).map(([x, y]) => disc(scene, [to[0] + x, to[1] + y, z + 7.3], [0, 0, 1], 2, '#06090c'));
  return (
    prism(scene, { ring: rounded(corners, 5), from: z, to: z + 7, of }) +
    tube(scene, [to[0], to[1], z], [to[0], to[1], z + 7], 22, of) +
    end +
    screws.join('')
  );
}

/** A long-range racing frame, shown in its layers. */
export function plateFrame(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 28, pitch: 36, scale: 1.02, y: 325 });
  const ends: Point2[] = [
    [196, 128],
    [-196, 128],
    [-214, -112],
    [214, -112],
  ];
  const posts: Point2[] = [
    [26, 84],
    [-26, 84],
    [26, -84],
    [-26, -84],
    [26, 0],
    [-26, 0],
  ];
  const post = ([x, y]: Point2) => tube(scene, [x, y, 22], [x, y, 62], 5.5, look.accent);
  const guide = ([x, y]: Point2) =>
    wire(
      scene,
      [
        [x, y, 62],
        [x, y, 118],
      ],
      `stroke="${shade(teal, 0.4)}" stroke-width="1.2" stroke-dasharray="3 4" opacity=".7"`,
    );
  const hole = `fill="#05080b" stroke="${shade(carbon, 0.8)}"`;
  const slots = row(3, 54).map((y) => topMark(scene, 127.4, box(30, 34, 8, 0, y), hole));
  const heads = posts.map(([x, y]): Point3 => [x, y, 127.6]).map((at) => disc(scene, at, [0, 0, 1], 3.6, silver.base));
  return [
    floorShadow(look.ink, 320, 326, 270, 110, 0.4),
    ...ends.map((end) => strip(scene, [end[0] * 0.1, end[1] * 0.16], end, 2, carbon)),
    block(scene, [0, 0, 10], [76, 204, 8], carbon, { radius: 16 }),
    topMark(scene, 18.4, box(34, 34, 5), hole),
    ...posts.map(post),
    ...posts.map(guide),
    block(scene, [0, 0, 120], [72, 208, 7], graphite, { radius: 16 }),
    ...slots,
    ...heads,
  ].join('');
}

/** A cargo carrier: heavy arms, high legs and a box on the hook. */
export const cargoFrame = multirotor({
  reach: 176,
  body: [104, 124, 34],
  stands: 128,
  rotorRadius: 92,
  blades: 2,
  motor: 22,
  arms: 'tube',
  thickness: 20,
  gear: 'skids',
  shell: slate,
  lid: graphite,
  scale: 1.06,
  y: 372,
  payload: () => '',
  belly: (scene, look, z) => {
    const hook = tube(scene, [0, 0, z], [0, 0, z - 26], 9, silver);
    const crate = block(scene, [0, 0, 28], [104, 92, 70], silver, { radius: 8, bevel: 3 });
    const strap =
      frontMark(scene, -46.4, [0, 62], [13, 70], 1, `fill="${look.accent.base}"`) +
      topMark(scene, 100.8, box(13, 86), `fill="${shade(look.accent, 0.62)}"`);
    return crate + strap + hook;
  },
});
