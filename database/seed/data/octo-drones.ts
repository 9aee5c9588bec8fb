import type { ProductSeed } from './product.ts';

export const octoDrones: readonly ProductSeed[] = [
  {
    sku: 'OCTO-001',
    name: 'Phantom Racer X1',
    category: 'Racing Drones',
    price: '499.99',
    stock: 150,
    description:
      'A ready-to-fly 5-inch racer with a 3K carbon frame, 2306-size motors and a top speed near 150 km/h. The digital camera link stays below 28 ms so gates come up where you expect them. One 6S 1,300 mAh pack gives four to five minutes of hard racing.',
  },
  {
    sku: 'OCTO-002',
    name: 'Vortex Pro FPV',
    category: 'Racing Drones',
    price: '629.50',
    stock: 120,
    description:
      'Our league aircraft: a 5-inch freestyle frame with replaceable 6 mm arms and a 60 A four-in-one speed controller. It arrives bound and tuned, with two rate profiles for practice and competition. Weight without battery is 390 g, and every screw is a common M3.',
  },
  {
    sku: 'OCTO-003',
    name: 'Ignite Micro Racer',
    category: 'Racing Drones',
    price: '179.00',
    stock: 250,
    description:
      'An 86 g ducted racer that is safe in a living room and quick in a sports hall. The 75 mm frame survives learning, and a self-levelling mode helps in the first week. Three batteries in the box add up to about 15 minutes of flying.',
  },
  {
    sku: 'OCTO-004',
    name: 'SkyLens 4K Pro',
    category: 'Camera Drones',
    price: '1299.99',
    stock: 80,
    description:
      'A folding camera drone with a 4/3 sensor, 4K video at 60 frames and 10-bit colour. Obstacle sensing on five sides and a 36-minute battery leave time to look for the shot. The three-axis gimbal holds a horizon within 0.01°.',
  },
  {
    sku: 'OCTO-005',
    name: 'AeroFold Mini',
    category: 'Camera Drones',
    price: '349.95',
    stock: 180,
    description:
      'At 249 g it fits a jacket pocket and needs little paperwork in most countries. It films 2.7K video on a stabilised gimbal and flies for 31 minutes. Take-off, landing and return work at the press of one button.',
  },
  {
    sku: 'OCTO-006',
    name: 'CinemaFly Xtreme',
    category: 'Camera Drones',
    price: '3500.00',
    stock: 60,
    description:
      'An aerial cinema platform with a full-frame sensor, interchangeable lenses and 8K raw recording to a removable drive. A second operator can steer the camera over a separate link up to 8 km away. Dual batteries give 28 minutes and can be changed one at a time without powering down.',
  },
  {
    sku: 'OCTO-007',
    name: 'TerraSurvey RTK',
    category: 'Industrial Drones',
    price: '9500.00',
    stock: 50,
    description:
      'A survey quadcopter with a 45 MP mechanical-shutter camera and RTK positioning to 1 cm + 1 ppm. It maps about 200 hectares in a 42-minute flight and writes the corrected position into every picture. A base station and planning software for the tablet are part of the kit.',
  },
  {
    sku: 'OCTO-008',
    name: 'InspectMaster Thermal',
    category: 'Industrial Drones',
    price: '7200.00',
    stock: 70,
    description:
      'Made for solar fields, power lines and roofs: a 640 × 512 radiometric camera beside a 20× optical zoom. Temperatures read within ±2 °C and hot spots are marked in flight. IP55 housing and a 40-minute battery keep it working through a wet autumn day.',
  },
  {
    sku: 'OCTO-009',
    name: 'AgriSprayer Pro',
    category: 'Industrial Drones',
    price: '11000.00',
    stock: 55,
    description:
      'A crop sprayer with a 30-litre tank, a 9 m swath and centrifugal nozzles that set droplets between 50 and 500 µm. Terrain radar keeps the height over the canopy constant on slopes up to 20°. It treats about 14 hectares an hour with two batteries in rotation.',
  },
];
