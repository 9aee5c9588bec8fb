export type Point2 = readonly [x: number, y: number];
/** Right, away from the viewer, up. */
export type Point3 = readonly [x: number, y: number, z: number];

export interface Camera {
  project(point: Point3): Point2;
  /** Pixels per unit at this point. */
  scaleAt(point: Point3): number;
  /** A direction as the viewer sees it: right, up, away. */
  turn(direction: Point3): Point3;
}

export interface CameraPlace {
  yaw: number;
  pitch: number;
  scale?: number;
  x?: number;
  y?: number;
  distance?: number;
}

/** A weak perspective: the origin of the model stands at (x, y) of the picture. */
export function cameraAt({ yaw, pitch, scale = 1, x = 320, y = 350, distance = 1500 }: CameraPlace): Camera {
  const [sinYaw, cosYaw] = [Math.sin((yaw * Math.PI) / 180), Math.cos((yaw * Math.PI) / 180)];
  const [sinPitch, cosPitch] = [Math.sin((pitch * Math.PI) / 180), Math.cos((pitch * Math.PI) / 180)];
  function turn([right, away, up]: Point3): Point3 {
    const depth = right * sinYaw + away * cosYaw;
    return [right * cosYaw - away * sinYaw, up * cosPitch + depth * sinPitch, depth * cosPitch - up * sinPitch];
  }
  const scaleAt = (point: Point3) => (scale * distance) / (distance + scale * turn(point)[2]);
  return {
    turn,
    scaleAt,
    project(point) {
      const [right, up] = turn(point);
      const factor = scaleAt(point);
      return [x + right * factor, y - up * factor];
    },
  };
}

/** Light falls from the upper left, a little from the front; the answer runs from 0 (shadow) to 1 (highlight). */
export function litBy([right, up, away]: Point3): number {
  const facing = right * -0.5 + up * 0.62 - away * 0.6;
  return 0.36 + facing * 0.42 + Math.max(0, facing) ** 8 * 0.22;
}
