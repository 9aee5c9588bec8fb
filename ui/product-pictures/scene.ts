import { type Camera, type CameraPlace, cameraAt, type Point3 } from './camera.ts';
import type { Ink } from './ink.ts';
import { polygon } from './outline.ts';

export interface Scene {
  ink: Ink;
  camera: Camera;
  place: CameraPlace;
}

export function sceneAt(ink: Ink, place: CameraPlace): Scene {
  return { ink, place, camera: cameraAt(place) };
}

/** A flat shape lying anywhere in space. */
export function panel({ camera }: Scene, points: readonly Point3[], attributes: string): string {
  return `<path d="${polygon(points.map((point) => camera.project(point)))}" ${attributes}/>`;
}

export function wire({ camera }: Scene, points: readonly Point3[], attributes: string): string {
  const path = polygon(
    points.map((point) => camera.project(point)),
    false,
  );
  return `<path d="${path}" fill="none" stroke-linecap="round" stroke-linejoin="round" ${attributes}/>`;
}
