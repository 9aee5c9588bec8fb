import { block, frontMark } from '../details.ts';
import { lens } from '../lens.ts';
import { carbon, glass, graphite, type Material, shade, silver } from '../palette.ts';
import { tube } from '../tube.ts';
import type { MultirotorForm } from './multirotor.ts';

type Payload = MultirotorForm['payload'];

/** A stabilised camera under the nose. */
export function gimbalCamera(size: number, of: Material = graphite): Payload {
  return (scene, _look, { front, bottom }) => {
    const z = bottom + size * 0.12;
    const yoke = tube(
      scene,
      [0, front + size * 0.2, z + size],
      [0, front + size * 0.2, z + size * 0.4],
      size * 0.3,
      silver,
    );
    const head = block(scene, [0, front - size * 0.05, z - size * 0.6], [size * 1.44, size * 0.9, size * 1.1], of, {
      radius: size * 0.25,
      bevel: size * 0.1,
    });
    return (
      yoke + head + lens(scene, [0, front - size * 0.5, z - size * 0.05], [0, -1, 0], size * 0.46, size * 0.28, of)
    );
  };
}

/** Visible and thermal eyes side by side. */
export function dualSensor(size: number, of: Material = graphite): Payload {
  return (scene, look, { front, bottom }) => {
    const y = front - size * 0.5;
    const z = bottom - size * 0.05;
    const yoke = tube(
      scene,
      [0, front + size * 0.1, z + size],
      [0, front + size * 0.1, z + size * 0.4],
      size * 0.32,
      silver,
    );
    const head = block(scene, [0, front, z - size * 0.55], [size * 2.1, size, size * 1.1], of, {
      radius: size * 0.28,
      bevel: size * 0.1,
    });
    const plate = frontMark(
      scene,
      y - 0.4,
      [0, z],
      [size * 1.8, size * 0.9],
      size * 0.3,
      `fill="${shade(glass, 0.1)}"`,
    );
    const thermal = lens(scene, [size * 0.5, y, z], [0, -1, 0], size * 0.3, 3, look.accent);
    return yoke + head + plate + lens(scene, [-size * 0.42, y, z], [0, -1, 0], size * 0.38, 4, silver) + thermal;
  };
}

/** A cinema camera hanging in a carbon cradle. */
export function cinemaCamera(size: number): Payload {
  return (scene, look, { front, bottom }) => {
    const y = front + size * 0.5;
    const z = bottom - size * 1.1;
    const stem = tube(scene, [0, y, bottom], [0, y, z + size * 0.9], size * 0.2, silver);
    const cross = tube(scene, [-size, y, z + size * 0.85], [size, y, z + size * 0.85], size * 0.11, carbon);
    const side = (x: number) => tube(scene, [x, y, z + size * 0.85], [x, y, z + size * 0.2], size * 0.11, carbon);
    const hinge = (x: number) =>
      tube(
        scene,
        [x + size * 0.12, y, z + size * 0.25],
        [x - size * 0.12, y, z + size * 0.25],
        size * 0.24,
        look.accent,
      );
    const body = block(scene, [0, y, z - size * 0.25], [size * 1.4, size * 1.2, size], graphite, {
      radius: size * 0.14,
      bevel: size * 0.08,
    });
    const glassware = lens(scene, [0, y - size * 0.6, z + size * 0.25], [0, -1, 0], size * 0.42, size * 0.5, graphite);
    return stem + side(size) + hinge(size * 0.95) + cross + body + glassware + side(-size) + hinge(-size * 0.95);
  };
}

/** A scanning head: a drum with a glass band. */
export function scanner(size: number): Payload {
  return (scene, look, { front, bottom }) => {
    const y = front + size * 0.6;
    const part = (from: number, to: number, radius: number, of: Material) =>
      tube(scene, [0, y, bottom - size * from], [0, y, bottom - size * to], size * radius, of);
    return (
      part(0.9, 0.5, 0.62, graphite) +
      part(0.52, 0.14, 0.58, glass) +
      part(0.16, -0.2, 0.64, look.accent) +
      part(-0.2, -0.4, 0.5, graphite)
    );
  };
}
