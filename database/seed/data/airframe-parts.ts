import type { ProductSeed } from './product.ts';

export const airframeParts: readonly ProductSeed[] = [
  {
    sku: 'FRM-001',
    name: 'X500 V2 Quadcopter Frame Kit',
    category: 'Frames',
    price: '299.00',
    stock: 120,
    description:
      'A 500 mm development frame of carbon plates and tubes, with motors, propellers and power board included. Assembly takes under an hour and needs no soldering. The rail below carries up to 1.5 kg, and the flight time with a 4S 5,000 mAh pack is about 18 minutes.',
  },
  {
    sku: 'FRM-002',
    name: 'Chimera7 Pro Long-Range Frame',
    category: 'Frames',
    price: '89.99',
    stock: 200,
    description:
      'A 7-inch long-range frame with 327 mm wheelbase and 6 mm carbon arms. Rubber mounts keep the camera steady, and the top plate takes a full-size action camera. Bare weight is 187 g.',
  },
  {
    sku: 'FRM-003',
    name: 'Nimbus VTOL Airframe Kit',
    category: 'Frames',
    price: '1499.00',
    stock: 16,
    description:
      'A tilt-rotor wing of 1,800 mm span in moulded foam with carbon spars. It takes off from a 3 m square and then cruises at 16 m/s for up to 80 minutes. Servos, hinges and wiring are fitted; you add motors, battery and autopilot.',
  },
  {
    sku: 'FRM-004',
    name: 'FlyCart 30 Delivery Airframe Kit',
    category: 'Frames',
    price: '8999.00',
    stock: 8,
    description:
      'A folding cargo airframe with 30 kg payload in the box or on the winch. Redundant power rails keep it flying on one battery with up to 40 kg below. The carbon structure folds to 1.1 × 0.7 m and two people assemble it in ten minutes.',
  },
  {
    sku: 'MOT-001',
    name: 'KDE 4215XF-465 Brushless Motor',
    category: 'Motors & ESCs',
    price: '189.99',
    stock: 150,
    description:
      'A multirotor motor of 465 Kv for 15- to 18-inch propellers on 6S to 8S packs. Hand-wound copper and triple bearings keep it cool at a maximum of 1,500 W. Each unit is balanced and shipped with its test sheet; weight is 195 g.',
  },
  {
    sku: 'MOT-002',
    name: 'U8 II KV100 Efficiency Motor',
    category: 'Motors & ESCs',
    price: '279.00',
    stock: 90,
    description:
      'A flat, slow-turning motor for long endurance with 28- to 29-inch propellers on 12S. It lifts about 4 kg at half throttle and is sealed to IP55 against dust and spray. The 272 g housing cools itself by a centrifugal fan in the bell.',
  },
  {
    sku: 'ESC-001',
    name: 'Tekko32 F4 4-in-1 Speed Controller',
    category: 'Motors & ESCs',
    price: '69.99',
    stock: 180,
    description:
      'Four 50 A channels on one 20 × 20 mm board for 3S to 6S builds. The 32-bit processor supports bidirectional signalling, so the flight controller can filter by real motor speed. A TVS diode and 470 µF capacitor come in the bag.',
  },
  {
    sku: 'ESC-002',
    name: 'Flame 80A HV Speed Controller',
    category: 'Motors & ESCs',
    price: '149.00',
    stock: 100,
    description:
      'A high-voltage controller for 6S to 12S lifters: 80 A continuous and 100 A for ten seconds. The aluminium case is splash-proof and conducts heat to the arm. It reports voltage, current and temperature over telemetry ten times a second.',
  },
  {
    sku: 'PRP-001',
    name: 'Carbon Fibre 15.5x5.3 Propeller Pair',
    category: 'Propellers',
    price: '89.99',
    stock: 300,
    description:
      'One clockwise and one counter-clockwise blade, moulded from carbon prepreg and balanced to 0.1 g. They suit 4 to 7 kg aircraft with 400 to 500 Kv motors. The thin tip lowers noise by about 3 dB against common plastic.',
  },
  {
    sku: 'PRP-002',
    name: '13x4.5 Silent Propellers, Set of 4',
    category: 'Propellers',
    price: '29.99',
    stock: 500,
    description:
      'Two pairs of 13-inch propellers with swept tips that take the edge off the sound of a hover. Glass-filled nylon bends before it breaks. Adapters for 6 mm and 8 mm shafts are included.',
  },
  {
    sku: 'PRP-003',
    name: 'G40x13 Folding Propeller',
    category: 'Propellers',
    price: '159.00',
    stock: 120,
    description:
      'A 40-inch folding propeller for heavy lifters, rated for up to 21 kg of thrust per arm. The blades weigh 132 g each, and the hub opens with two screws. Sold singly as clockwise or counter-clockwise; state the direction in the order notes.',
  },
];
