import { serviceCategories } from '../palette.ts';
import type { Composition, PictureSubject } from '../studio.ts';
import { cubeAutopilot, metalAutopilot, satelliteReceiver } from './autopilots.ts';
import { backpack } from './backpack.ts';
import { flightBattery, heavyBattery, packBattery } from './batteries.ts';
import { cagedSphere } from './caged-sphere.ts';
import { calibration } from './calibration.ts';
import { openCase, transitCase } from './cases.ts';
import { crate } from './crate.ts';
import { diagnostic } from './diagnostic.ts';
import * as drones from './drones.ts';
import { cargoFrame, plateFrame, tubeFrame } from './frames.ts';
import { goggles } from './goggles.ts';
import { inspectionDrone, sprayDrone, surveyDrone } from './industrial-drones.ts';
import { launchPad } from './launch-pad.ts';
import { maintenance } from './maintenance.ts';
import { flatMotor, plainMotor, tallMotor } from './motors.ts';
import { blockCamera, cinemaGimbal, compactGimbal, surveyCamera, thermalPayload } from './optics.ts';
import { training } from './pilot-wings.ts';
import { planeKit, tailSitter, tiltRotorPlane } from './planes.ts';
import { charger, powerStation } from './power-supplies.ts';
import { propellerGuards } from './propeller-guards.ts';
import { foldingPropeller, propellerPair, propellerSet } from './propellers.ts';
import { ductedRacer, racingQuad } from './racers.ts';
import { smartRadio, transmitterModule } from './radios.ts';
import { boardController, finnedController } from './speed-controllers.ts';

interface Family {
  usual: Composition;
  /** The first name that fits decides. */
  named: readonly (readonly [RegExp, Composition])[];
}

const completeDrones: Family = {
  usual: drones.plainDrone,
  named: [
    [/wingtra|tail.?sitter/i, tailSitter],
    [/trinity|fixed.?wing|vtol/i, tiltRotorPlane],
    [/elios|cage/i, cagedSphere],
    [/skyjib|octo(copter)?\b/i, drones.octocopter],
    [/tomcat|heavy/i, drones.heavyDrone],
    [/astro/i, drones.openFrameDrone],
    [/siras|thermal/i, drones.sensorDrone],
    [/anafi usa/i, drones.slenderFieldDrone],
    [/anafi/i, drones.slenderDrone],
    [/\bevo\b/i, drones.orangeDrone],
    [/skydio/i, drones.fieldDrone],
  ],
};

const cameraDrones: Family = {
  usual: drones.cameraDrone,
  named: [
    [/fold|mini/i, drones.foldingDrone],
    [/cine|film/i, drones.cinemaHexacopter],
  ],
};
const racingDrones: Family = { usual: racingQuad, named: [[/micro|whoop|ignite/i, ductedRacer]] };
const industrialDrones: Family = {
  usual: inspectionDrone,
  named: [
    [/spray|agri/i, sprayDrone],
    [/survey|rtk|map/i, surveyDrone],
  ],
};
const frames: Family = {
  usual: tubeFrame,
  named: [
    [/vtol|nimbus|wing/i, planeKit],
    [/cart|heavy|cargo/i, cargoFrame],
    [/chimera|fpv|race/i, plateFrame],
  ],
};
const motors: Family = {
  usual: plainMotor,
  named: [
    [/\bu8\b|pancake/i, flatMotor],
    [/kde/i, tallMotor],
  ],
};
const controllers: Family = { usual: boardController, named: [[/flame|hv\b|\d{2,}a\b/i, finnedController]] };
const autopilots: Family = {
  usual: cubeAutopilot,
  named: [
    [/gnss|gps|here/i, satelliteReceiver],
    [/cuav|x7/i, metalAutopilot],
  ],
};
const gimbals: Family = { usual: compactGimbal, named: [[/movi|cinema/i, cinemaGimbal]] };
const cameras: Family = {
  usual: blockCamera,
  named: [
    [/phase one|p3|medium format/i, surveyCamera],
    [/thermal/i, thermalPayload],
  ],
};
const batteries: Family = {
  usual: packBattery,
  named: [
    [/charger|ac plus/i, charger],
    [/delta|power station/i, powerStation],
    [/12s|plus/i, heavyBattery],
  ],
};
const propellers: Family = {
  usual: propellerPair,
  named: [
    [/fold/i, foldingPropeller],
    [/silent|set|[×x]\s?4\b/i, propellerSet],
  ],
};
const fpvGear: Family = {
  usual: goggles,
  named: [
    [/crossfire|module|\btx\b/i, transmitterModule],
    [/radio|transmitter|remote/i, smartRadio],
  ],
};
const accessories: Family = {
  usual: crate,
  named: [
    [/\bpad\b/i, launchPad],
    [/backpack|bag/i, backpack],
    [/rugged/i, openCase],
    [/case/i, transitCase],
    [/thermal|vue|tz20/i, thermalPayload],
    [/batter/i, flightBattery],
    [/guard/i, propellerGuards],
  ],
};
const services: Family = {
  usual: maintenance,
  named: [
    [/calibrat|lidar|align/i, calibration],
    [/train|pilot/i, training],
    [/diagnos|repair|emergency/i, diagnostic],
  ],
};

const byPrefix: Record<string, Family> = {
  DRN: completeDrones,
  FRM: frames,
  MOT: motors,
  ESC: controllers,
  FLC: autopilots,
  GMB: gimbals,
  CAM: cameras,
  BAT: batteries,
  PRP: propellers,
  FPV: fpvGear,
  ACC: accessories,
  SRV: services,
};

const byCategory: Record<string, Family> = {
  'Racing Drones': racingDrones,
  'Camera Drones': cameraDrones,
  'Industrial Drones': industrialDrones,
  'Complete Drones': completeDrones,
  Accessories: accessories,
  ...Object.fromEntries(serviceCategories.map((category) => [category, services])),
};

export function formFor({ sku, category, name }: PictureSubject): Composition {
  const family = byPrefix[sku.split('-')[0] ?? ''] ?? (sku.startsWith('OCTO-') ? byCategory[category] : undefined);
  return family?.named.find(([pattern]) => pattern.test(name))?.[1] ?? family?.usual ?? crate;
}
