import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawProduct, type PictureSubject } from './draw-product.ts';
import { backpack } from './forms/backpack.ts';
import { crate } from './forms/crate.ts';
import { plainDrone } from './forms/drones.ts';
import { formFor } from './forms/form-for.ts';
import { tailSitter } from './forms/planes.ts';
import { charger, powerStation } from './forms/power-supplies.ts';
import { ductedRacer, racingQuad } from './forms/racers.ts';
import { smartRadio, transmitterModule } from './forms/radios.ts';
import type { Composition } from './studio.ts';

const catalogue: Record<string, Record<string, string>> = {
  Accessories: {
    'ACC-001': 'Weighted Drone Launch Pad',
    'ACC-002': 'DroneGuard Field Backpack',
    'ACC-003': 'Wheeled Transit Case',
    'ACC-004': 'Vue TZ20-R Dual Thermal Camera',
    'OCTO-010': 'Extra Flight Battery Pack',
    'OCTO-011': 'Propeller Guard Set',
    'OCTO-012': 'Rugged Carrying Case',
  },
  Batteries: {
    'BAT-001': 'Tattu 6S 10000mAh Battery',
    'BAT-002': 'DELTA Mini Portable Power Station',
    'BAT-003': 'X2 AC Plus Dual Charger',
    'BAT-004': 'Tattu Plus 12S 22000mAh Smart Battery',
  },
  'Cameras & Gimbals': {
    'CAM-001': 'Phase One P3 100MP Inspection Payload',
    'CAM-002': 'Sony ILX-LR1 Industrial Camera',
    'GMB-001': 'MoVI Carbon Stabilised Zoom Gimbal',
    'GMB-002': 'Gremsy T7 Heavy-Lift Gimbal',
  },
  'Complete Drones': {
    'DRN-001': 'Skydio X10 Autonomous Inspection Drone',
    'DRN-002': 'Parrot ANAFI Ai 4G Mapping Drone',
    'DRN-003': 'Autel EVO II Pro V3 6K Drone',
    'DRN-004': 'WingtraOne GEN II VTOL Survey Drone',
    'DRN-005': 'Trinity F90+ Fixed-Wing Mapping System',
    'DRN-006': 'ELIOS 3 Confined-Space LiDAR Drone',
    'DRN-007': 'ANAFI USA Public Safety Drone',
    'DRN-008': 'Freefly Astro Industrial Quadcopter',
    'DRN-009': 'FLIR SIRAS Thermal Response Drone',
    'DRN-010': 'IF800 TOMCAT Heavy-Duty Quadcopter',
    'DRN-011': 'SkyJib-8 Cinema Heavy Lifter',
  },
  'Motors & ESCs': {
    'ESC-001': 'Tekko32 F4 4-in-1 Speed Controller',
    'ESC-002': 'Flame 80A HV Speed Controller',
    'MOT-001': 'KDE 4215XF-465 Brushless Motor',
    'MOT-002': 'U8 II KV100 Efficiency Motor',
  },
  'Flight Controllers': {
    'FLC-001': 'Pixhawk 6X Flight Controller',
    'FLC-002': 'CUAV X7+ Pro Autopilot',
    'FLC-003': 'Here4 Multi-Band RTK GNSS Module',
  },
  'FPV Gear': {
    'FPV-001': 'FPV.One Pilot Goggles',
    'FPV-002': 'Crossfire Nano TX Radio Module',
    'FPV-003': 'Smart Radio Ground Control Station',
  },
  Frames: {
    'FRM-001': 'X500 V2 Quadcopter Frame Kit',
    'FRM-002': 'Chimera7 Pro Long-Range Frame',
    'FRM-003': 'Nimbus VTOL Airframe Kit',
    'FRM-004': 'FlyCart 30 Delivery Airframe Kit',
  },
  'Racing Drones': {
    'OCTO-001': 'Phantom Racer X1',
    'OCTO-002': 'Vortex Pro FPV',
    'OCTO-003': 'Ignite Micro Racer',
  },
  'Camera Drones': {
    'OCTO-004': 'SkyLens 4K Pro',
    'OCTO-005': 'AeroFold Mini',
    'OCTO-006': 'CinemaFly Xtreme',
  },
  'Industrial Drones': {
    'OCTO-007': 'TerraSurvey RTK',
    'OCTO-008': 'InspectMaster Thermal',
    'OCTO-009': 'AgriSprayer Pro',
  },
  Propellers: {
    'PRP-001': 'Carbon Fibre 15.5x5.3 Propeller Pair',
    'PRP-002': '13x4.5 Silent Propellers, Set of 4',
    'PRP-003': 'G40x13 Folding Propeller',
  },
  Maintenance: {
    'SRV-001': 'Annual Fleet Maintenance',
    'SRV-004': 'Emergency Repair Diagnostic',
  },
  Calibration: {
    'SRV-002': 'Lidar Calibration & Alignment',
  },
  Training: {
    'SRV-003': 'Advanced Pilot Training (BVLOS)',
  },
};

const subjects: PictureSubject[] = Object.entries(catalogue).flatMap(([category, products]) =>
  Object.entries(products).map(([sku, name]) => ({ sku, category, name })),
);

/** Walks every tag: each must close the one that is open, quote its attributes and leave no stray markup. */
function faultOf(xml: string): string | undefined {
  const open: string[] = [];
  const tag = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y;
  let at = 0;
  while (at < xml.length) {
    if (xml[at] !== '<') {
      const text = xml.slice(at, xml.indexOf('<', at));
      if (/[>]|&(?!(?:amp|lt|gt|quot);)/.test(text)) return `stray markup: ${text}`;
      at += text.length;
      continue;
    }
    tag.lastIndex = at;
    const [all, closing, name = '', attributes = '', empty] = tag.exec(xml) ?? [];
    if (!all) return `bad tag at ${xml.slice(at, at + 60)}`;
    const keys = [...attributes.matchAll(/([\w:-]+)="/g)].map((match) => match[1]);
    if (new Set(keys).size < keys.length) return `attribute twice in ${all}`;
    if (closing && open.pop() !== name) return `</${name}> closes nothing`;
    if (!closing && !empty) open.push(name);
    at += all.length;
  }
  return open.length > 0 ? `never closed: ${open.join(' ')}` : undefined;
}

function idsOf(svg: string): string[] {
  return [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
}

test('the tag check itself notices broken documents', () => {
  for (const broken of ['<a><b></a></b>', '<a>', '<a x=1/>', '<a x="1" x="2"/>', '<a>&</a>', '<a x="<"/>']) {
    assert.notEqual(faultOf(broken), undefined, broken);
  }
  assert.equal(faultOf('<a x="1"><b/>&amp;</a>'), undefined);
});

test('every product gets a well-formed picture of finite numbers', () => {
  for (const subject of subjects) {
    const svg = drawProduct(subject);
    assert.equal(faultOf(svg), undefined, subject.name);
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 640 480" role="img"><title>/);
    assert.doesNotMatch(svg, /NaN|Infinity|undefined|e-\d/, subject.name);
  }
});

test('a picture stays light and brings nothing from outside', () => {
  for (const subject of subjects) {
    const svg = drawProduct(subject);
    assert.ok(svg.length < 16_384, `${subject.name} has ${svg.length} characters`);
    assert.doesNotMatch(svg.replace('http://www.w3.org/2000/svg', ''), /http|<script|<style|<image|<text|style=|data:/);
  }
});

test('the same product is always drawn the same', () => {
  for (const subject of subjects) assert.equal(drawProduct(subject), drawProduct({ ...subject }));
});

test('no two products look the same', () => {
  const strokes = subjects.map((subject) => {
    const prefix = idsOf(drawProduct(subject))[0]?.split('-')[0] ?? '';
    return drawProduct(subject)
      .replace(/<title>.*?<\/title>/, '')
      .replaceAll(prefix, '');
  });
  assert.equal(new Set(strokes).size, subjects.length);
});

test('two unnamed products of one family differ by their sku', () => {
  for (const prefix of ['DRN', 'OCTO', 'MOT', 'XYZ']) {
    const [one = '', two = ''] = ['101', '102'].map((number) => {
      const sku = `${prefix}-${number}`;
      return drawProduct({ sku, category: 'Racing Drones', name: 'New' }).replaceAll(
        `p${prefix.toLowerCase()}${number}`,
        '',
      );
    });
    assert.notEqual(one, two, prefix);
  }
});

test('ids are defined once, used only when defined, and never shared by two pictures', () => {
  const seen = new Set<string>();
  for (const subject of subjects) {
    const svg = drawProduct(subject);
    const ids = idsOf(svg);
    for (const id of ids) {
      assert.ok(!seen.has(id), `${id} twice`);
      seen.add(id);
    }
    for (const [, used] of svg.matchAll(/(?:url\(|href=")#([^)"]+)/g))
      assert.ok(ids.includes(used ?? ''), `${used} missing`);
  }
});

test('a hostile name or sku stays text', () => {
  const svg = drawProduct({ sku: 'DRN-"><x', category: 'Complete Drones', name: '<script>alert("1")&' });
  assert.equal(faultOf(svg), undefined);
  assert.match(svg, /<title>&lt;script&gt;alert\(&quot;1&quot;\)&amp;<\/title>/);
});

test('the name of a product decides its form', () => {
  const cases: [sku: string, category: string, name: string, form: Composition][] = [
    ['DRN-999', 'Complete Drones', 'WingtraOne GEN II VTOL Survey Drone', tailSitter],
    ['FPV-999', 'FPV Gear', 'Crossfire Nano TX Radio Module', transmitterModule],
    ['FPV-999', 'FPV Gear', 'Smart Radio Ground Control Station', smartRadio],
    ['BAT-999', 'Batteries', 'X2 AC Plus Dual Charger', charger],
    ['BAT-999', 'Batteries', 'DELTA Mini Portable Power Station', powerStation],
    ['ACC-999', 'Accessories', 'DroneGuard Field Backpack', backpack],
    ['OCTO-999', 'Racing Drones', 'Ignite Micro Racer', ductedRacer],
    ['OCTO-999', 'Racing Drones', 'Phantom Racer X1', racingQuad],
    ['DRN-999', 'Complete Drones', 'Something new', plainDrone],
    ['ZZZ-999', 'Accessories', 'DroneGuard Field Backpack', crate],
  ];
  for (const [sku, category, name, form] of cases) assert.equal(formFor({ sku, category, name }), form, name);
});

test('an unknown series gets the crate', () => {
  const svg = drawProduct({ sku: 'ZZZ-9', category: 'Things', name: 'Something new' });
  assert.equal(faultOf(svg), undefined);
  assert.ok(svg.includes('<path'));
});
