import type { ProductSeed } from './product.ts';

const category = 'Complete Drones';

export const completeDrones: readonly ProductSeed[] = [
  {
    sku: 'DRN-001',
    name: 'Skydio X10 Autonomous Inspection Drone',
    category,
    price: '10999.00',
    stock: 25,
    description:
      'An inspection aircraft that sees in every direction and plans its own way around obstacles, even close to structures. It flies for up to 40 minutes, tolerates rain and dust at IP55 and carries a 48 MP telephoto beside a 640 × 512 thermal camera. Folded, it fits a backpack; from case to hover takes under 40 seconds.',
  },
  {
    sku: 'DRN-002',
    name: 'Parrot ANAFI Ai 4G Mapping Drone',
    category,
    price: '4499.00',
    stock: 40,
    description:
      'A 900 g mapping drone that switches to the mobile network by itself when the direct radio link is blocked. Its 48 MP camera sits on a six-axis stabilised gimbal and pairs with photogrammetry missions planned on the tablet. Expect about 32 minutes in the air and stable flight in wind up to 12.7 m/s.',
  },
  {
    sku: 'DRN-003',
    name: 'Autel EVO II Pro V3 6K Drone',
    category,
    price: '1899.00',
    stock: 60,
    description:
      'A compact camera drone with a one-inch 20 MP sensor, variable aperture from f/2.8 to f/11 and video up to 6K. Nineteen sensors watch all sides, and a full battery lasts up to 40 minutes. A practical first aircraft for roof surveys, site progress and real-estate work.',
  },
  {
    sku: 'DRN-004',
    name: 'WingtraOne GEN II VTOL Survey Drone',
    category,
    price: '24900.00',
    stock: 8,
    description:
      'A tail-sitting fixed wing that takes off like a helicopter and then maps up to 400 hectares in one flight. With the 42 MP payload and PPK positioning it reaches an absolute accuracy near 1 cm without ground control points. Each flight lasts up to 59 minutes; the airframe packs into one hard case.',
  },
  {
    sku: 'DRN-005',
    name: 'Trinity F90+ Fixed-Wing Mapping System',
    category,
    price: '28500.00',
    stock: 6,
    description:
      'An electric VTOL wing with a 2.39 m span for large corridors and open terrain. It stays up for more than 90 minutes and covers around 700 hectares between two batteries. Payload bays are exchanged in seconds, so one airframe serves RGB, multispectral and lidar work.',
  },
  {
    sku: 'DRN-006',
    name: 'ELIOS 3 Confined-Space LiDAR Drone',
    category,
    price: '39900.00',
    stock: 4,
    description:
      'Built inside a protective cage, it bumps along tank walls and sewer crowns where people should not go. A spinning lidar draws the 3D model while you fly, and 16,000 lumens of dust-proof light show every weld. Flights last about 9 minutes with the lidar mounted; batteries are swapped without tools.',
  },
  {
    sku: 'DRN-007',
    name: 'ANAFI USA Public Safety Drone',
    category,
    price: '7499.00',
    stock: 15,
    description:
      'A 500 g scout for police, fire and rescue crews that is airborne in less than 55 seconds. Two 4K cameras give 32× zoom, and a thermal sensor finds people in darkness or smoke. It flies for 32 minutes, withstands drizzle at IP53 and stores its data encrypted.',
  },
  {
    sku: 'DRN-008',
    name: 'Freefly Astro Industrial Quadcopter',
    category,
    price: '12495.00',
    stock: 10,
    description:
      'An open, American-built workhorse that lifts up to 1.5 kg and speaks standard payload interfaces. Unloaded it flies for 37 minutes, with a 61 MP mapping camera for about 28. The arms fold in one motion, and every wear part can be replaced in the field.',
  },
  {
    sku: 'DRN-009',
    name: 'FLIR SIRAS Thermal Response Drone',
    category,
    price: '9695.00',
    stock: 14,
    description:
      'A dual-camera drone with a radiometric 640 × 512 thermal core and a 16 MP visible camera, fused into one picture. There is no geofencing to unlock and no cloud account to create: media stays on the aircraft. It is rated IP54, flies for up to 31 minutes and changes payloads in seconds.',
  },
  {
    sku: 'DRN-010',
    name: 'IF800 TOMCAT Heavy-Duty Quadcopter',
    category,
    price: '18450.00',
    stock: 9,
    description:
      'A folding quadcopter for lidar and large-format cameras, with a payload of up to 3 kg. Two batteries share the load and keep it up for 54 minutes empty or about 40 minutes with a typical scanner. Payload and landing gear attach by quick release, so a crew of one can set up in five minutes.',
  },
  {
    sku: 'DRN-011',
    name: 'SkyJib-8 Cinema Heavy Lifter',
    category,
    price: '32500.00',
    stock: 5,
    description:
      'A coaxial octocopter that carries a cinema camera, lens and gimbal of up to 9 kg together. Eight motors on four arms keep flying level after the loss of one. Plan for 12 to 16 minutes at full load; the kit includes two battery sets, a charger and a road case.',
  },
];
