import { block, frontMark } from '../details.ts';
import { carbon, graphite, shade, slate, teal, white } from '../palette.ts';
import type { Scene } from '../scene.ts';
import type { Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';
import { field } from './drones.ts';
import { multirotor } from './multirotor.ts';
import { dualSensor, scanner } from './payloads.ts';

function antennaMast(scene: Scene, look: Look, top: number): string {
  const stem = tube(scene, [0, 40, top], [0, 40, top + 46], 3.4, carbon);
  return (
    stem +
    tube(scene, [0, 40, top + 44], [0, 40, top + 58], 24, white, 21) +
    disc(scene, [0, 40, top + 58.4], [0, 0, 1], 6, look.accent.base)
  );
}

export const surveyDrone = multirotor({
  ...field,
  shell: white,
  armOf: carbon,
  arms: 'tube',
  thickness: 12,
  body: [110, 150, 44],
  stands: 84,
  gear: 'legs',
  mast: antennaMast,
  payload: scanner(38),
  motor: 15,
  rotorRadius: 96,
  lid: slate,
  y: 350,
});

export const inspectionDrone = multirotor({
  ...field,
  shell: graphite,
  lid: teal,
  body: [112, 164, 48],
  stands: 74,
  gear: 'skids',
  payload: dualSensor(30, slate),
  motor: 14,
  thickness: 13,
  y: 345,
});

const tankPaint = (scene: Scene) =>
  scene.ink.linear(
    [
      [0, '#fff', 0.95],
      [0.5, shade(white, 0.5), 0.9],
      [1, shade(white, 0.2), 0.95],
    ],
    0,
    0,
    1,
    0.4,
  );

export const sprayDrone = multirotor({
  ...field,
  rotors: 6,
  shell: graphite,
  lid: teal,
  arms: 'tube',
  thickness: 13,
  body: [104, 120, 36],
  stands: 112,
  gear: 'skids',
  motor: 16,
  rotorRadius: 92,
  reach: 205,
  stretch: 0.9,
  y: 362,
  scale: 0.95,
  belly: (scene, look, z) => {
    const tank = block(scene, [0, 4, z - 78], [112, 104, 78], white, { radius: 22, bevel: 6 });
    const level = frontMark(scene, -48.6, [0, z - 46], [14, 52], 5, `fill="${look.accent.base}" opacity=".75"`);
    const boom = tube(scene, [-176, 6, z - 92], [176, 6, z - 92], 4.5, carbon);
    const nozzle = (x: number) => tube(scene, [x, 6, z - 110], [x, 6, z - 92], 4, look.accent, 7);
    return boom + tank + level + [-168, -96, 96, 168].map(nozzle).join('');
  },
  payload: (scene, _look, { front, top }) =>
    `${block(scene, [0, front + 4, top - 34], [34, 16, 16], graphite, { radius: 5, bevel: 2 })}${frontMark(scene, front - 4.4, [0, top - 26], [22, 8], 3, `fill="${tankPaint(scene)}"`)}`,
});
