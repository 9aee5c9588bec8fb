import type { Point3 } from '../camera.ts';
import { block, frontMark } from '../details.ts';
import { short } from '../ink.ts';
import { carbon, shade, slate } from '../palette.ts';
import { type Scene, sceneAt } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { multirotor } from './multirotor.ts';
import { dualSensor } from './payloads.ts';

const golden = (1 + Math.sqrt(5)) / 2;

function icosahedron(): Point3[] {
  const corners: Point3[] = [];
  for (const a of [-1, 1]) for (const b of [-golden, golden]) corners.push([0, a, b], [a, b, 0], [b, 0, a]);
  return corners;
}

const distance = (a: Point3, b: Point3) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Twelve pentagons and twenty hexagons: each corner of an icosahedron cut off at a third of its edges. */
function cage(radius: number): [Point3, Point3][] {
  const corners = icosahedron();
  const cut: Point3[] = corners.flatMap((a) =>
    corners
      .filter((b) => Math.abs(distance(a, b) - 2) < 0.01)
      .map((b): Point3 => [a[0] + (b[0] - a[0]) / 3, a[1] + (b[1] - a[1]) / 3, a[2] + (b[2] - a[2]) / 3]),
  );
  const outward = (point: Point3): Point3 => {
    const size = radius / Math.hypot(...point);
    return [point[0] * size, point[1] * size, point[2] * size + radius];
  };
  return cut.flatMap((a, index) =>
    cut
      .slice(index + 1)
      .filter((b) => Math.abs(distance(a, b) - 2 / 3) < 0.01)
      .map((b): [Point3, Point3] => [outward(a), outward(b)]),
  );
}

function struts(scene: Scene, edges: readonly [Point3, Point3][]): string {
  return edges
    .map(([a, b]) => {
      const [[ax, ay], [bx, by]] = [scene.camera.project(a), scene.camera.project(b)];
      return `M${short(ax)} ${short(ay)}L${short(bx)} ${short(by)}`;
    })
    .join('');
}

export function cagedSphere(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 17, pitch: 14, scale: 1, y: 418 });
  const radius = 176;
  const middle = scene.camera.turn([0, 0, radius])[2];
  const edges = cage(radius);
  const isFar = ([a, b]: [Point3, Point3]) => (scene.camera.turn(a)[2] + scene.camera.turn(b)[2]) / 2 > middle;
  const line = 'fill="none" stroke-linecap="round"';
  const far = struts(scene, edges.filter(isFar));
  const near = struts(
    scene,
    edges.filter((edge) => !isFar(edge)),
  );
  const lamps = (inner: Scene, _look: Look, top: number) =>
    block(inner, [0, -56, top - 6], [58, 12, 14], slate, { radius: 4 }) +
    frontMark(inner, -62.5, [0, top + 1], [46, 7], 3, 'fill="#eafffb"');
  const inside = multirotor({
    reach: 116,
    body: [90, 116, 48],
    stands: 150,
    rotorRadius: 58,
    blades: 3,
    motor: 11,
    arms: 'tube',
    thickness: 9,
    gear: 'none',
    airborne: true,
    shell: slate,
    payload: dualSensor(23),
    mast: lamps,
    pitch: 18,
    y: 404,
  })(look);
  const glow = look.ink.radial(
    [
      [0, '#fff', 0.16],
      [0.8, '#fff', 0.03],
      [1, '#fff', 0.14],
    ],
    0.4,
    0.32,
    0.6,
  );
  const [x, y] = scene.camera.project([0, 0, radius]);
  return [
    floorShadow(look.ink, 320, 424, 190, 34, 0.45),
    floorShadow(look.ink, 320, 424, 70, 13, 0.5),
    `<path d="${far}" ${line} stroke="${shade(slate, 0.5)}" stroke-width="3.2" opacity=".5"/>`,
    inside,
    `<circle cx="${short(x)}" cy="${short(y)}" r="${radius - 4}" fill="${glow}"/>`,
    `<path d="${near}" ${line} stroke="${shade(carbon, 0.42)}" stroke-width="5.4"/>`,
    `<path d="${near}" ${line} stroke="${shade(carbon, 0.95)}" stroke-width="1.3" transform="translate(-1 -1.2)"/>`,
  ].join('');
}
