import { cameraAt, type Point3 } from './camera.ts';
import { short } from './ink.ts';
import { graphite, type Material, shade, silver } from './palette.ts';
import type { Scene } from './scene.ts';
import { disc, tube } from './tube.ts';

export interface Rotor {
  radius: number;
  blades?: number;
  angle: number;
  of: Material;
  motor: number;
  height?: number;
  ring: Material;
  /** Length of a leg under the motor. */
  foot?: number;
}

const blade = 'M3-4C14-13 34-17 58-13L95-6Q101-3 98 1C70 7 28 10 4 5z';
const sheen = 'M5-3C18-10 36-13 58-10L96-4Q80-3 58-4C34-5 16-1 5 0z';

/** A propeller lying flat, 100 units from hub to tip, brought into the picture by one matrix. */
export function propeller(scene: Scene, at: Point3, radius: number, angle: number, of: Material, blades = 2): string {
  const fill = scene.ink.linear(
    [
      [0, shade(of, 0.2)],
      [0.4, shade(of, 0.5)],
      [1, shade(of, 0.34)],
    ],
    0,
    0,
    1,
    0,
  );
  const one = `<path d="${blade}" fill="${fill}"/><path d="${sheen}" fill="${shade(of, 1)}" opacity=".38"/>`;
  const turns = Array.from({ length: blades }, (_, n) => Math.round((360 / blades) * n));
  const wings = turns.map((turn) => (turn ? `<g transform="rotate(${turn})">${one}</g>` : one)).join('');
  const href = scene.ink.symbol(wings);
  const [x, y] = scene.camera.project(at);
  const pixels = scene.camera.scaleAt(at) * (radius / 100);
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  const along = scene.camera.turn([cos, sin, 0]);
  const across = scene.camera.turn([sin, -cos, 0]);
  const matrix = [along[0], -along[1], across[0], -across[1]].map((value) => (value * pixels).toFixed(2)).join(' ');
  return `<use href="${href}" transform="matrix(${matrix} ${short(x)} ${short(y)})"/>`;
}

export function motor(scene: Scene, [x, y, z]: Point3, radius: number, height: number, ring: Material): string {
  const base = tube(scene, [x, y, z], [x, y, z + height * 0.34], radius * 0.86, graphite);
  const collar = tube(scene, [x, y, z + height * 0.34], [x, y, z + height * 0.48], radius, ring);
  const bell = tube(scene, [x, y, z + height * 0.48], [x, y, z + height], radius, graphite, radius * 0.88);
  return base + collar + bell;
}

/** Motor, hub and foot look alike on every arm: drawn once around the origin, then placed by size. */
function hubAndMotor(scene: Scene, { motor: size, height, ring, foot }: Rotor): { below: string; above: string } {
  const camera = cameraAt({ ...scene.place, x: 0, y: 0 });
  const still: Scene = { ...scene, camera };
  const tall = height ?? size * 1.15;
  const stand = foot ? tube(still, [0, 0, -foot], [0, 0, 0], size * 0.32, graphite, size * 0.55) : '';
  const hub = tube(still, [0, 0, tall], [0, 0, tall + size * 0.3], size * 0.32, silver);
  const cap = disc(still, [0, 0, tall + size * 0.3], [0, 0, 1], size * 0.2, ring.base);
  return {
    below: scene.ink.symbol(stand + motor(still, [0, 0, 0], size, tall, ring)),
    above: scene.ink.symbol(hub + cap),
  };
}

/** The point is where the motor stands on its arm. */
export function rotor(scene: Scene, at: Point3, form: Rotor): string {
  const { below, above } = hubAndMotor(scene, form);
  const tall = form.height ?? form.motor * 1.15;
  const [x, y] = scene.camera.project(at);
  const size = (scene.camera.scaleAt(at) / scene.camera.scaleAt([0, 0, 0])).toFixed(2);
  const place = (href: string) => `<use href="${href}" transform="translate(${short(x)} ${short(y)})scale(${size})"/>`;
  const wings = propeller(
    scene,
    [at[0], at[1], at[2] + tall + form.motor * 0.18],
    form.radius,
    form.angle,
    form.of,
    form.blades,
  );
  return place(below) + wings + place(above);
}
