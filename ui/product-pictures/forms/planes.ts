import type { Point3 } from '../camera.ts';
import { spindle, wing } from '../details.ts';
import { amber, carbon, graphite, type Material, shade, silver, slate, teal, white } from '../palette.ts';
import { rotor } from '../rotor.ts';
import { panel, type Scene, sceneAt } from '../scene.ts';
import { type Composition, floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

interface PlaneForm {
  skin: Material;
  trim: Material;
  span: number;
  /** Rotors for taking off: on booms along the body, or at the wing. */
  lift: 'booms' | 'wing';
  tail: 'vee' | 'cross';
}

function halfWing(side: number, span: number, z: number): Point3[] {
  return [
    [0, -34, z],
    [side * span * 0.42, -26, z + 6],
    [side * span * 0.93, -2, z + 18],
    [side * span, 10, z + 21],
    [side * span, 34, z + 20],
    [side * span * 0.42, 34, z + 6],
    [0, 44, z],
  ];
}

function wingHalf(scene: Scene, side: number, form: PlaneForm, z: number): string {
  const s = form.span;
  const tip: Point3[] = [
    [side * s * 0.8, -9, z + 15],
    [side * s * 0.93, -2, z + 18],
    [side * s, 10, z + 21],
    [side * s, 34, z + 20],
    [side * s * 0.8, 34, z + 15],
  ];
  const slit: Point3[] = [
    [side * s * 0.46, 24, z + 7.6],
    [side * s * 0.78, 27, z + 15],
  ];
  const flap = panel(scene, slit, `fill="none" stroke="${shade(form.skin, 0.22)}" stroke-width="1.2"`);
  return wing(scene, halfWing(side, s, z), [0, 0, 5], form.skin) + panel(scene, tip, `fill="${form.trim.base}"`) + flap;
}

function tail({ tail: kind, skin, trim }: PlaneForm, scene: Scene, z: number): string {
  const fin = (side: number): Point3[] => [
    [side * 6, 150, z + 4],
    [side * 74, 172, z + 58],
    [side * 76, 196, z + 59],
    [side * 6, 192, z + 4],
  ];
  if (kind === 'vee') return wing(scene, fin(1), [0, 0, 3], skin, 0.44) + wing(scene, fin(-1), [0, 0, 3], skin, 0.66);
  const stabiliser = (side: number): Point3[] => [
    [0, 156, z + 6],
    [side * 92, 168, z + 8],
    [side * 94, 190, z + 8],
    [0, 196, z + 6],
  ];
  const upright: Point3[] = [
    [0, 148, z + 6],
    [0, 178, z + 76],
    [0, 198, z + 76],
    [0, 196, z + 6],
  ];
  return (
    wing(scene, stabiliser(1), [0, 0, 3], skin) +
    wing(scene, stabiliser(-1), [0, 0, 3], skin) +
    wing(scene, upright, [-2, 0, 0], trim, 0.5)
  );
}

function boom(scene: Scene, side: number, look: Look, z: number): string {
  const x = side * 112;
  const lift = (y: number, angle: number) =>
    rotor(scene, [x, y, z + 6], { radius: 62, angle, of: graphite, motor: 11, ring: look.accent });
  return lift(118, 20 * side) + tube(scene, [x, 126, z], [x, -110, z], 6, carbon) + lift(-100, -34 * side);
}

function wingRotor(scene: Scene, side: number, look: Look, z: number): string {
  const x = side * 120;
  return (
    tube(scene, [x, 44, z + 2], [x, -64, z + 4], 8, graphite, 6) +
    rotor(scene, [x, -56, z + 8], { radius: 70, angle: -30 - side * 14, of: graphite, motor: 12, ring: look.accent })
  );
}

function plane(form: PlaneForm): Composition {
  return (look) => {
    const scene = sceneAt(look.ink, { yaw: 30, pitch: 30, scale: 1.02, x: 322, y: 318 });
    const z = 44;
    const at = (y: number, radius: number, up = 0) => ({ at: [0, y, z + up] as Point3, radius });
    const body = spindle(
      scene,
      [
        at(-158, 3, -3),
        at(-150, 15, -2),
        at(-110, 27),
        at(-40, 31, 2),
        at(40, 25, 3),
        at(110, 14, 4),
        at(186, 8, 6),
        at(200, 4, 6),
      ],
      form.skin,
    );
    const hatch = spindle(
      scene,
      [at(-106, 8, 18), at(-92, 15, 19), at(-48, 17, 22), at(-12, 14, 21), at(0, 6, 20)],
      form.trim,
    );
    const eye = disc(scene, [0, -146, z - 1], [0.2, -1, 0], 6, '#0a0f16');
    const lift = (side: number) =>
      form.lift === 'booms' ? boom(scene, side, look, z + 10) : wingRotor(scene, side, look, z + 14);
    const pusher =
      form.lift === 'wing'
        ? rotor(scene, [0, 168, z + 12], { radius: 56, angle: 62, of: graphite, motor: 9, ring: look.accent })
        : '';
    const shadow = floorShadow(look.ink, 320, 336, 285, 74, 0.4) + floorShadow(look.ink, 330, 345, 150, 40, 0.35);
    return (
      shadow +
      lift(1) +
      wingHalf(scene, 1, form, z + 18) +
      tail(form, scene, z) +
      body +
      wingHalf(scene, -1, form, z + 18) +
      hatch +
      eye +
      pusher +
      lift(-1)
    );
  };
}

export const tiltRotorPlane = plane({ skin: white, trim: amber, span: 292, lift: 'wing', tail: 'vee' });
export const planeKit = plane({ skin: silver, trim: teal, span: 280, lift: 'booms', tail: 'cross' });

/** Stands on its tail: the wing is upright, both propellers look to the sky. */
export function tailSitter(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 24, pitch: 16, scale: 1.12, y: 398 });
  const half = (side: number): Point3[] => [
    [0, 4, 214],
    [side * 96, 4, 204],
    [side * 226, 4, 168],
    [side * 232, 4, 120],
    [side * 96, 4, 92],
    [0, 4, 84],
  ];
  const edge = (side: number): Point3[] => [
    [side * 222, 4, 170],
    [side * 238, 4, 196],
    [side * 240, 4, 108],
    [side * 228, 4, 112],
  ];
  const skid = (side: number): Point3[] => [
    [side * 118, 0, 112],
    [side * 132, 0, 112],
    [side * 140, 18, 2],
    [side * 124, 18, 2],
  ];
  const flap = (side: number): Point3[] => [
    [side * 34, 3, 100],
    [side * 100, 3, 108],
    [side * 216, 3, 132],
  ];
  const engine = (side: number) => {
    const [x, top]: [number, number] = [side * 126, 196];
    return (
      tube(scene, [x, 0, 132], [x, 0, top], 8, white, 13) +
      rotor(scene, [x, 0, top], { radius: 74, angle: 12 + side * 20, of: graphite, motor: 13, ring: look.accent })
    );
  };
  const at = (z: number, radius: number) => ({ at: [0, -6, z] as Point3, radius });
  const body = spindle(
    scene,
    [at(18, 10), at(22, 24), at(70, 36), at(150, 40), at(220, 32), at(258, 15), at(264, 3)],
    white,
  );
  const belt = spindle(scene, [at(196, 30), at(206, 34.5), at(226, 30.5), at(236, 24)], slate);
  const line = (side: number) =>
    panel(scene, flap(side), `fill="none" stroke="${shade(white, 0.2)}" stroke-width="1.3"`);
  const fin = (side: number) => wing(scene, skid(side), [-2, 0, 0], slate, 0.55);
  const wings = [1, -1].map(
    (side) =>
      fin(side) +
      wing(scene, half(side), [0, -5, 2], white, side < 0 ? 0.6 : 0.5) +
      wing(scene, edge(side), [-2, 0, 0], teal, 0.55) +
      line(side) +
      engine(side),
  );
  const eye =
    disc(scene, [0, -45, 112], [0, -1, 0], 13, shade(graphite, 0.1)) +
    disc(scene, [0, -45.5, 112], [0, -1, 0], 8, '#24456f');
  const shadow = floorShadow(look.ink, 320, 396, 250, 40, 0.42) + floorShadow(look.ink, 320, 394, 80, 18, 0.5);
  return shadow + wings.join('') + body + belt + eye;
}
