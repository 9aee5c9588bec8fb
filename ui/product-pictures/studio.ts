import type { Ink } from './ink.ts';
import { short } from './ink.ts';
import type { Material } from './palette.ts';
import type { Seed } from './seed.ts';

export interface PictureSubject {
  sku: string;
  category: string;
  name: string;
}

/** What a composition may vary: everything else belongs to the form of the product. */
export interface Look {
  ink: Ink;
  seed: Seed;
  body: Material;
  accent: Material;
}

export type Composition = (look: Look) => string;

export function backdrop(ink: Ink, hue: number): string {
  const tone = (saturation: number, lightness: number) => `hsl(${hue},${saturation}%,${lightness}%)`;
  const wall = ink.linear(
    [
      [0, tone(26, 87)],
      [0.6, tone(24, 79)],
      [0.68, tone(22, 75)],
      [1, tone(26, 84)],
    ],
    0,
    0,
    0,
    1,
  );
  const glow = ink.radial([
    [0, '#fff', 0.6],
    [0.5, '#fff', 0.28],
    [1, '#fff', 0],
  ]);
  const corner = ink.radial(
    [
      [0.55, tone(30, 40), 0],
      [1, tone(30, 40), 0.16],
    ],
    0.5,
    0.45,
    0.78,
  );
  const card = '<rect width="640" height="480" rx="28" fill=';
  return `${card}"${wall}"/><ellipse cx="300" cy="205" rx="330" ry="230" fill="${glow}"/>${card}"${corner}"/>`;
}

/** A soft shadow on the floor, darkest where the product touches it. */
export function floorShadow(ink: Ink, x: number, y: number, rx: number, ry: number, strength = 0.5): string {
  const soft = ink.radial([
    [0, '#0b1420', strength],
    [0.45, '#0b1420', strength * 0.55],
    [1, '#0b1420', 0],
  ]);
  return `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(rx)}" ry="${short(ry)}" fill="${soft}"/>`;
}
