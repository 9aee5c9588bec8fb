import type { Point3 } from './camera.ts';
import { glass, graphite, type Material, shade } from './palette.ts';
import type { Scene } from './scene.ts';
import { disc, tube } from './tube.ts';

/** A lens looking along its direction: barrel, rim, coated glass and two reflections. */
export function lens(
  scene: Scene,
  at: Point3,
  toward: Point3,
  radius: number,
  depth: number,
  rim: Material = graphite,
): string {
  const size = Math.hypot(...toward) || 1;
  const unit: Point3 = [toward[0] / size, toward[1] / size, toward[2] / size];
  const along = (by: number): Point3 => [at[0] + unit[0] * by, at[1] + unit[1] * by, at[2] + unit[2] * by];
  const face = along(depth + 0.3);
  const coat = scene.ink.radial(
    [
      [0, '#7fb4d8'],
      [0.35, '#274a7c'],
      [0.7, '#101a30'],
      [1, shade(glass, 0.1)],
    ],
    0.38,
    0.3,
    0.75,
  );
  const [x, y] = scene.camera.project(face);
  const pixels = radius * scene.camera.scaleAt(face);
  const glint = (dx: number, dy: number, r: number, opacity: number) =>
    `<circle cx="${(x + dx * pixels).toFixed(1)}" cy="${(y + dy * pixels).toFixed(1)}" r="${(r * pixels).toFixed(1)}" fill="#fff" opacity="${opacity}"/>`;
  return (
    tube(scene, at, along(depth), radius, rim) +
    disc(scene, face, toward, radius * 0.86, shade(glass, 0.06)) +
    disc(scene, face, toward, radius * 0.7, coat) +
    glint(-0.24, -0.28, 0.13, 0.85) +
    (radius > 9 ? glint(0.2, 0.26, 0.07, 0.4) : '')
  );
}
