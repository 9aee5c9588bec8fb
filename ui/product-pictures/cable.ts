import type { Point3 } from './camera.ts';
import { type Material, shade } from './palette.ts';
import type { Scene } from './scene.ts';

export function cable(scene: Scene, points: readonly Point3[], of: Material, width: number): string {
  const at = points.map((point) => scene.camera.project(point));
  const [first, second, third, last] = at.map((point) => point.map((value) => value.toFixed(1)).join(' '));
  const path = `M${first}C${second} ${third} ${last}`;
  const line = (colour: string, stroke: number, shift: string) =>
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${stroke}" stroke-linecap="round"${shift}/>`;
  return line(shade(of, 0.25), width, '') + line(shade(of, 0.62), width * 0.45, ' transform="translate(-.6 -1.4)"');
}
