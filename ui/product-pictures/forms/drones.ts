import { block, frontMark } from '../details.ts';
import { amber, carbon, graphite, sand, silver, slate, teal, white } from '../palette.ts';
import type { Scene } from '../scene.ts';
import type { Look } from '../studio.ts';
import { type MultirotorForm, multirotor } from './multirotor.ts';
import { cinemaCamera, dualSensor, gimbalCamera } from './payloads.ts';

export const field: MultirotorForm = {
  reach: 168,
  body: [104, 168, 46],
  stands: 46,
  rotorRadius: 84,
  scale: 1.12,
  arms: 'moulded',
  gear: 'feet',
  payload: gimbalCamera(25),
};

function twinBatteries(scene: Scene, look: Look, top: number): string {
  const pack = (x: number) =>
    block(scene, [x, 8, top], [40, 96, 30], graphite, { radius: 8, bevel: 3 }) +
    frontMark(scene, -40.6, [x, top + 15], [22, 5], 2.4, `fill="${look.accent.base}"`);
  return pack(-25) + pack(25);
}

function lamp(scene: Scene, look: Look, top: number): string {
  return block(scene, [0, -20, top], [30, 22, 7], look.accent, { radius: 6, bevel: 2 });
}

export const fieldDrone = multirotor({
  ...field,
  shell: graphite,
  body: [112, 176, 44],
  thickness: 12,
  payload: dualSensor(25),
  propeller: graphite,
  mast: lamp,
});

export const slenderDrone = multirotor({
  ...field,
  shell: slate,
  body: [74, 204, 40],
  stretch: 0.98,
  thickness: 8,
  motor: 10,
  payload: gimbalCamera(27, slate),
  yaw: 30,
});

export const slenderFieldDrone = multirotor({
  ...field,
  shell: sand,
  body: [70, 178, 36],
  stretch: 1.05,
  reach: 176,
  thickness: 8,
  motor: 10,
  rotorRadius: 84,
  lid: slate,
  payload: gimbalCamera(22),
  yaw: 20,
  scale: 1.06,
});

export const orangeDrone = multirotor({
  ...field,
  shell: amber,
  armOf: graphite,
  lid: graphite,
  body: [100, 172, 54],
  payload: gimbalCamera(30),
  motor: 12,
  yaw: -22,
});

export const openFrameDrone = multirotor({
  ...field,
  shell: graphite,
  armOf: carbon,
  arms: 'tube',
  thickness: 13,
  body: [104, 140, 40],
  stands: 88,
  gear: 'legs',
  lid: teal,
  mast: twinBatteries,
  payload: cinemaCamera(30),
  motor: 16,
  rotorRadius: 100,
  y: 348,
});

export const sensorDrone = multirotor({
  ...field,
  shell: white,
  lid: slate,
  armOf: graphite,
  body: [106, 160, 50],
  payload: dualSensor(27, graphite),
  yaw: 20,
});

export const heavyDrone = multirotor({
  ...field,
  shell: graphite,
  arms: 'tube',
  thickness: 16,
  body: [124, 150, 42],
  stands: 104,
  gear: 'skids',
  mast: twinBatteries,
  payload: dualSensor(26),
  motor: 20,
  rotorRadius: 112,
  reach: 205,
  y: 356,
  scale: 0.94,
});

export const octocopter = multirotor({
  ...field,
  rotors: 8,
  shell: graphite,
  arms: 'tube',
  thickness: 10,
  body: [96, 110, 38],
  stands: 112,
  gear: 'skids',
  payload: cinemaCamera(34),
  motor: 13,
  rotorRadius: 72,
  reach: 210,
  stretch: 0.92,
  pitch: 30,
  y: 362,
  scale: 0.94,
  lid: teal,
});

export const cameraDrone = multirotor({
  ...field,
  shell: white,
  lid: white,
  body: [96, 176, 50],
  motor: 12,
  thickness: 11,
  payload: gimbalCamera(28),
});

export const foldingDrone = multirotor({
  ...field,
  shell: slate,
  lid: silver,
  body: [84, 158, 46],
  stands: 40,
  reach: 166,
  stretch: 0.78,
  motor: 11,
  thickness: 14,
  rotorRadius: 82,
  payload: gimbalCamera(24),
  yaw: -27,
  scale: 1.14,
});

export const cinemaHexacopter = multirotor({
  ...field,
  rotors: 6,
  shell: graphite,
  arms: 'tube',
  thickness: 11,
  body: [110, 120, 40],
  stands: 108,
  gear: 'skids',
  payload: cinemaCamera(38),
  motor: 15,
  rotorRadius: 88,
  reach: 205,
  stretch: 0.95,
  lid: teal,
  y: 360,
  scale: 0.95,
});

export const plainDrone = (look: Look) => multirotor({ ...field, shell: look.body })(look);
