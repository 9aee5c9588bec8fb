import { type ArmSet, arm, awayOf, type Part, ring, stacked } from '../airframe.ts';
import type { Point2 } from '../camera.ts';
import { rounded } from '../outline.ts';
import { carbon, graphite, type Material, slate } from '../palette.ts';
import { prism } from '../prism.ts';
import { type Scene, sceneAt } from '../scene.ts';
import { type Composition, floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

export interface MultirotorForm {
  rotors?: 4 | 6 | 8;
  reach: number;
  /** Width of the stance against its depth. */
  stretch?: number;
  body: readonly [width: number, depth: number, height: number];
  stands: number;
  rotorRadius: number;
  blades?: number;
  motor?: number;
  arms: ArmSet['style'];
  armOf?: Material;
  thickness?: number;
  gear: 'feet' | 'skids' | 'legs' | 'none';
  payload: (scene: Scene, look: Look, nose: Nose) => string;
  mast?: (scene: Scene, look: Look, top: number) => string;
  belly?: (scene: Scene, look: Look, z: number) => string;
  lid?: Material;
  shell?: Material;
  propeller?: Material;
  airborne?: boolean;
  yaw?: number;
  pitch?: number;
  scale?: number;
  y?: number;
}

export interface Nose {
  front: number;
  bottom: number;
  top: number;
}

function hullRing(width: number, depth: number): Point2[] {
  const [w, d] = [width / 2, depth / 2];
  return rounded(
    [
      [-w * 0.62, -d],
      [w * 0.62, -d],
      [w, -d * 0.45],
      [w, d * 0.5],
      [w * 0.66, d],
      [-w * 0.66, d],
      [-w, d * 0.5],
      [-w, -d * 0.45],
    ],
    w * 0.34,
    2,
  );
}

function shell(scene: Scene, look: Look, form: MultirotorForm): string {
  const [width, depth, height] = form.body;
  const bottom = form.stands;
  const of = form.shell ?? look.body;
  const eye = (x: number, z: number) => disc(scene, [x, -depth / 2 - 0.4, z], [0, -1, 0], height * 0.13, '#05080c');
  return [
    prism(scene, {
      ring: hullRing(width * 0.86, depth * 0.9),
      from: bottom,
      to: bottom + height * 0.3,
      of: graphite,
      covered: true,
    }),
    prism(scene, {
      ring: hullRing(width, depth),
      from: bottom + height * 0.24,
      to: bottom + height * 0.8,
      bevel: height * 0.2,
      of,
    }),
    prism(scene, {
      ring: hullRing(width * 0.56, depth * 0.62).map(([x, y]): Point2 => [x, y + depth * 0.08]),
      from: bottom + height * 0.94,
      to: bottom + height * 1.06,
      of: form.lid ?? graphite,
    }),
    disc(scene, [0, -depth * 0.36, bottom + height * 0.98], [0, 0, 1], 3.2, look.accent.light),
    eye(-width * 0.2, bottom + height * 0.62),
    eye(width * 0.2, bottom + height * 0.62),
  ].join('');
}

function skids(scene: Scene, form: MultirotorForm, side: number): Part {
  const [width, depth] = form.body;
  const x = side * width * 0.72;
  const foot = side * width * 0.95;
  const leg = (y: number) => tube(scene, [x * 0.6, y, form.stands + 6], [foot, y, 4], 3.4, carbon);
  const rail = tube(scene, [foot, -depth * 0.62, 4], [foot, depth * 0.62, 4], 4.2, carbon);
  return { away: awayOf(scene, [foot, 0]), svg: leg(depth * 0.28) + leg(-depth * 0.28) + rail };
}

function legs(scene: Scene, form: MultirotorForm, to: Point2): Part {
  const reach = Math.hypot(to[0], to[1]);
  const at = (by: number): Point2 => [(to[0] / reach) * by, (to[1] / reach) * by];
  const [top, foot] = [at(form.body[0] * 0.42), at(form.body[0] * 0.42 + form.stands * 0.45)];
  const svg =
    tube(scene, [top[0], top[1], form.stands + 8], [foot[0], foot[1], 5], 4.4, slate, 3.4) +
    tube(scene, [foot[0], foot[1], 0], [foot[0], foot[1], 7], 5, graphite);
  return { away: awayOf(scene, foot) + 1, svg };
}

/** Blades at rest never stand all alike. */
const restingAngles = [20, -38, 24, -30, 58, 12, -12, 40];

function armSet(look: Look, form: MultirotorForm): ArmSet {
  const [width, , height] = form.body;
  const spin = look.seed.between('spin', -20, 20);
  const set: ArmSet = {
    at: [],
    z: form.stands + height * 0.72,
    root: width * 0.36,
    style: form.arms,
    of: form.armOf ?? (form.arms === 'tube' ? carbon : (form.shell ?? look.body)),
    thickness: form.thickness ?? 11,
    rotorRadius: form.rotorRadius,
    propeller: form.propeller ?? graphite,
    motor: form.motor ?? 13,
    ring: look.accent,
    angles: (index) => spin + (restingAngles[index] ?? 0),
  };
  if (form.blades) set.blades = form.blades;
  if (form.gear === 'feet') set.feet = form.stands + height * 0.72;
  return set;
}

export function multirotor(form: MultirotorForm): Composition {
  return (look) => {
    const scene = sceneAt(look.ink, {
      yaw: form.yaw ?? 24,
      pitch: form.pitch ?? 25,
      scale: form.scale ?? 1,
      y: form.y ?? 330,
    });
    const set = armSet(look, form);
    const at = ring(form.rotors ?? 4, form.reach, form.stretch ?? 0.86);
    const arms = at.map((to, index) => arm(scene, to, index, set));
    const gear = form.gear === 'skids' ? [skids(scene, form, -1), skids(scene, form, 1)] : [];
    const stance = form.gear === 'legs' ? ring(4, 1).map((to) => legs(scene, form, to)) : [];
    const [, depth, height] = form.body;
    const nose: Nose = { front: -depth / 2, bottom: form.stands, top: form.stands + height };
    const middle = [
      form.belly?.(scene, look, form.stands) ?? '',
      shell(scene, look, form),
      form.mast?.(scene, look, nose.top) ?? '',
      form.payload(scene, look, nose),
    ].join('');
    const [x, y] = scene.camera.project([0, 0, 0]);
    const wide = form.reach * (form.scale ?? 1) * 1.25;
    if (form.airborne) return stacked([...arms, { away: -1, svg: middle }]);
    const shadow =
      floorShadow(look.ink, x, y + 4, wide, wide * 0.4, 0.42) +
      floorShadow(look.ink, x, y + 4, wide * 0.45, wide * 0.16, 0.4);
    return shadow + stacked([...arms, ...gear, ...stance, { away: -1, svg: middle }]);
  };
}
