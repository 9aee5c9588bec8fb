import type { Point3 } from '../camera.ts';
import { topMark } from '../details.ts';
import { carbon, graphite, type Material, shade, silver, slate, white } from '../palette.ts';
import { propeller } from '../rotor.ts';
import { type Scene, sceneAt } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

const ink = { dark: '#0b1420', base: '#0b1420', light: '#0b1420' };

function cast(scene: Scene, [x, y, z]: Point3, radius: number, angle: number): string {
  const away = 16 + z * 0.18;
  return `<g opacity=".16">${propeller(scene, [x + away, y + 6, 0], radius, angle, ink)}${propeller(scene, [x + away + 5, y + 2, 0], radius, angle, ink)}</g>`;
}

function hub(scene: Scene, [x, y, z]: Point3, size: number, of: Material, bore: string): string {
  return (
    tube(scene, [x, y, z - size * 0.3], [x, y, z + size * 0.25], size, of) +
    disc(scene, [x, y, z + size * 0.26], [0, 0, 1], size * 0.34, bore)
  );
}

function one(scene: Scene, at: Point3, radius: number, angle: number, of: Material, of2: Material): string {
  return propeller(scene, at, radius, angle, of) + hub(scene, at, radius * 0.075, of2, '#07090b');
}

/** Two long carbon propellers, one for each direction. */
export function propellerPair(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 0, pitch: 52, scale: 1, x: 320, y: 262 });
  const tilt = look.seed.between('tilt', -4, 4);
  const [back, front]: [Point3, Point3] = [
    [14, 84, 24],
    [-10, -84, 24],
  ];
  const band = (at: Point3) =>
    disc(scene, [at[0], at[1], at[2] + 5], [0, 0, 1], 26, `fill="none" stroke="${look.accent.base}" stroke-width="2"`);
  return [
    floorShadow(look.ink, 320, 280, 300, 150, 0.2),
    cast(scene, back, 262, 14 + tilt),
    cast(scene, front, 262, 18 + tilt),
    one(scene, back, 262, 14 + tilt, carbon, silver),
    band(back),
    one(scene, front, 262, 18 + tilt, carbon, silver),
    band(front),
  ].join('');
}

/** Four quiet propellers laid out in a row. */
export function propellerSet(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 0, pitch: 58, scale: 1, x: 320, y: 250 });
  const places = [-165, -55, 55, 165].map((x, n): [Point3, Material] => [[x, x * 0.1, 20], n % 2 ? graphite : slate]);
  return [
    floorShadow(look.ink, 320, 270, 310, 170, 0.18),
    ...places.map(([at]) => cast(scene, at, 205, 62)),
    ...places.map(
      ([at, of]) =>
        one(scene, at, 205, 62, of, white) +
        disc(scene, [at[0], at[1], 25], [0, 0, 1], 21, `fill="none" stroke="${look.accent.base}" stroke-width="2.4"`),
    ),
  ].join('');
}

/** A folding propeller: two blades on a metal hub, one of them half closed. */
export function foldingPropeller(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 0, pitch: 50, scale: 1, x: 300, y: 306 });
  const half = (x: number, angle: number) => {
    const paint = (of: Material) => propeller(scene, [x, 0, 30], 250, angle, of, 1);
    const shadow = `<g opacity=".17">${propeller(scene, [x + 24, 2, 0], 250, angle, ink, 1)}</g>`;
    return { shadow, blade: paint(carbon) };
  };
  const [left, right] = [half(-40, 152), half(40, 46)];
  const plate = [
    [-62, -26],
    [62, -26],
    [76, 0],
    [62, 26],
    [-62, 26],
    [-76, 0],
  ] as const;
  const bolt = (x: number) =>
    tube(scene, [x, 0, 34], [x, 0, 44], 15, look.accent) + disc(scene, [x, 0, 44.5], [0, 0, 1], 6, '#0a0d11');
  return [
    floorShadow(look.ink, 312, 316, 280, 130, 0.28),
    floorShadow(look.ink, 312, 322, 110, 48, 0.4),
    left.shadow,
    right.shadow,
    tube(scene, [0, 0, 2], [0, 0, 26], 46, slate, 40),
    left.blade,
    right.blade,
    topMark(scene, 33, plate, `fill="${shade(silver, 0.28)}"`),
    topMark(scene, 37, plate, `fill="${shade(silver, 0.66)}" stroke="#fff"`),
    bolt(-44),
    bolt(44),
    tube(scene, [0, 0, 36], [0, 0, 54], 18, graphite, 15),
    disc(scene, [0, 0, 54.4], [0, 0, 1], 7, shade(silver, 0.8)),
  ].join('');
}
