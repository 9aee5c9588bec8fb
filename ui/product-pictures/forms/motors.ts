import { cable } from '../cable.ts';
import type { Point2 } from '../camera.ts';
import { row, topMark } from '../details.ts';
import { copper, coral, graphite, type Material, shade, silver, slate } from '../palette.ts';
import { panel, type Scene, sceneAt } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

const turn = (degrees: number, radius: number): Point2 => [
  Math.cos((degrees * Math.PI) / 180) * radius,
  Math.sin((degrees * Math.PI) / 180) * radius,
];

/** Windows of the bell: sectors of a ring, seen from above. */
function windows(scene: Scene, z: number, count: number, inner: number, outer: number): string {
  const gap = 360 / count;
  return Array.from({ length: count }, (_, n) => {
    const [from, to] = [n * gap + gap * 0.16, (n + 1) * gap - gap * 0.16];
    const outside = [0, 0.25, 0.5, 0.75, 1].map((t) => turn(from + (to - from) * t, outer));
    const inside = [1, 0.5, 0].map((t) => turn(from + (to - from) * t, inner));
    return topMark(scene, z, [...outside, ...inside], `fill="#0a0d11" stroke="${shade(slate, 0.7)}" stroke-width=".6"`);
  }).join('');
}

function windings(scene: Scene, radius: number, from: number, to: number, count: number): string {
  const paint = scene.ink.linear(
    [
      [0, shade(copper, 0.95)],
      [0.5, shade(copper, 0.5)],
      [1, shade(copper, 0.15)],
    ],
    0,
    0,
    0,
    1,
  );
  return Array.from({ length: count }, (_, n) => (360 / count) * n)
    .filter((angle) => scene.camera.turn([...turn(angle, 1), 0])[2] < -0.12)
    .map((angle) => {
      const [a, b] = [turn(angle - 130 / count, radius), turn(angle + 130 / count, radius)];
      return panel(
        scene,
        [
          [a[0], a[1], from],
          [b[0], b[1], from],
          [b[0], b[1], to],
          [a[0], a[1], to],
        ],
        `fill="${paint}" stroke="${shade(copper, 0.1)}" stroke-width="1.4" stroke-linejoin="round"`,
      );
    })
    .join('');
}

interface MotorForm {
  radius: number;
  height: number;
  spokes: number;
  bell: Material;
}

function motorPicture({ radius: r, height: h, spokes, bell }: MotorForm): (look: Look) => string {
  return (look) => {
    const scene = sceneAt(look.ink, { yaw: 18, pitch: 31, x: 334, y: 368 - (120 - h) * 0.3 });
    const part = (from: number, to: number, a: number, of: Material, b = a) =>
      tube(scene, [0, 0, from], [0, 0, to], a, of, b);
    const leads = [coral, graphite, slate].map((of, n) =>
      cable(
        scene,
        [
          [-r * 0.8, -10 + n * 14, 10],
          [-r * 1.25, -20 + n * 16, 8],
          [-r * 1.5, -66 + n * 20, 4],
          [-r * 1.98, -40 + n * 26, 4],
        ],
        of,
        9,
      ),
    );
    const plugs = row(3, 26).map((y) => tube(scene, [-r * 1.96, y - 14, 5], [-r * 2.2, y - 10, 5], 6, copper));
    const bolts = [45, 135, 225, 315].map((angle) =>
      disc(scene, [...turn(angle, r * 0.22), h + 8.4], [0, 0, 1], r * 0.045, '#0a0d11'),
    );
    return [
      floorShadow(look.ink, 334, scene.camera.project([0, 0, 0])[1] + 6, r * 1.8, r * 0.8, 0.5),
      ...leads,
      ...plugs,
      part(0, 10, r * 0.82, slate, r * 0.9),
      part(10, h * 0.36, r * 0.9, graphite),
      windings(scene, r * 0.91, 12, h * 0.34, 22),
      part(h * 0.36, h * 0.42, r * 0.98, silver, r),
      part(h * 0.42, h * 0.52, r, look.accent),
      part(h * 0.52, h * 0.94, r, bell),
      part(h * 0.94, h, r, bell, r * 0.93),
      windows(scene, h + 0.5, spokes, r * 0.42, r * 0.84),
      part(h, h + 8, r * 0.34, silver),
      ...bolts,
      part(h + 8, h + 24, r * 0.1, silver),
    ].join('');
  };
}

export const tallMotor = motorPicture({ radius: 112, height: 124, spokes: 6, bell: graphite });
export const flatMotor = motorPicture({ radius: 142, height: 78, spokes: 9, bell: slate });
export const plainMotor = (look: Look) =>
  motorPicture({
    radius: look.seed.between('radius', 105, 135),
    height: look.seed.between('height', 80, 125),
    spokes: look.seed.pick('spokes', [6, 7, 8]),
    bell: look.seed.pick('bell', [graphite, slate, silver]),
  })(look);
