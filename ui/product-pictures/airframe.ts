import type { Point2, Point3 } from './camera.ts';
import { rounded } from './outline.ts';
import type { Material } from './palette.ts';
import { prism } from './prism.ts';
import { rotor } from './rotor.ts';
import type { Scene } from './scene.ts';
import { tube } from './tube.ts';

export interface Part {
  /** Farther parts are drawn first. */
  away: number;
  svg: string;
}

export function stacked(parts: readonly Part[]): string {
  return [...parts]
    .sort((a, b) => b.away - a.away)
    .map((part) => part.svg)
    .join('');
}

export function awayOf({ camera }: Scene, [x, y]: readonly number[]): number {
  return camera.turn([x ?? 0, y ?? 0, 0])[2];
}

export interface ArmSet {
  /** Where the motors stand, seen from above. */
  at: readonly Point2[];
  z: number;
  root: number;
  style: 'moulded' | 'tube';
  of: Material;
  thickness: number;
  rotorRadius: number;
  blades?: number;
  propeller: Material;
  motor: number;
  ring: Material;
  feet?: number;
  angles: (index: number) => number;
}

export function ring(count: number, radius: number, stretch = 1, start = 180 / count): Point2[] {
  return Array.from({ length: count }, (_, n): Point2 => {
    const turn = ((start + (360 / count) * n) * Math.PI) / 180;
    return [Math.cos(turn) * radius, Math.sin(turn) * radius * stretch];
  });
}

function beam(scene: Scene, from: Point2, to: Point2, set: ArmSet): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const [nx, ny] = [-dy / length, dx / length];
  const [wide, slim] = [set.thickness * 1.05, set.thickness * 0.62];
  const corners: Point2[] = [
    [from[0] - nx * wide, from[1] - ny * wide],
    [to[0] - nx * slim, to[1] - ny * slim],
    [to[0] + nx * slim, to[1] + ny * slim],
    [from[0] + nx * wide, from[1] + ny * wide],
  ];
  return prism(scene, { ring: rounded(corners, slim * 0.7), from: set.z - set.thickness, to: set.z, of: set.of });
}

export function arm(scene: Scene, to: Point2, index: number, set: ArmSet): Part {
  const reach = Math.hypot(to[0], to[1]);
  const from: Point2 = [(to[0] / reach) * set.root, (to[1] / reach) * set.root];
  const half = set.thickness / 2;
  const bar =
    set.style === 'moulded'
      ? beam(scene, from, to, set)
      : tube(scene, [from[0], from[1], set.z - half], [to[0], to[1], set.z - half], half, set.of);
  const at: Point3 = [to[0], to[1], set.z - set.thickness * 0.3];
  const spun = {
    radius: set.rotorRadius,
    angle: set.angles(index),
    of: set.propeller,
    motor: set.motor,
    ring: set.ring,
  };
  const svg =
    bar + rotor(scene, at, { ...spun, ...(set.blades && { blades: set.blades }), ...(set.feet && { foot: set.feet }) });
  return { away: awayOf(scene, to), svg };
}
