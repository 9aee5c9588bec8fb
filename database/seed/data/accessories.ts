import type { ProductSeed } from './product.ts';

const category = 'Accessories';

export const accessories: readonly ProductSeed[] = [
  {
    sku: 'ACC-001',
    name: 'Weighted Drone Launch Pad',
    category,
    price: '89.99',
    stock: 200,
    description:
      'A 110 cm landing pad in orange and blue that can be seen from 120 m up. Eight weights in the rim hold it down in rotor wash. It folds to a 38 cm disc in its own bag.',
  },
  {
    sku: 'ACC-002',
    name: 'DroneGuard Field Backpack',
    category,
    price: '249.99',
    stock: 80,
    description:
      'A 32-litre backpack with a rigid core for a folded quadcopter, six batteries and a 15-inch laptop. The back panel opens while the straps stay clean. A rain cover and a tripod strap are built in; empty weight is 2.3 kg.',
  },
  {
    sku: 'ACC-003',
    name: 'Wheeled Transit Case',
    category,
    price: '459.00',
    stock: 44,
    description:
      'A watertight hard case with 114 litres inside, pluck foam and a pressure valve for air freight. Four wheels and an extending handle carry up to 45 kg. It closes with latches that take a padlock.',
  },
  {
    sku: 'ACC-004',
    name: 'Vue TZ20-R Dual Thermal Camera',
    category,
    price: '4995.00',
    stock: 15,
    description:
      'Two 640 × 512 thermal sensors, one wide and one narrow, give 20× thermal zoom in a 640 g payload. Every pixel is radiometric, so temperatures can be read after the flight. It mounts by the common quick-release and takes power from the aircraft.',
  },
  {
    sku: 'OCTO-010',
    name: 'Extra Flight Battery Pack',
    category,
    price: '49.99',
    stock: 400,
    description:
      'A spare battery for AeroFold Mini and SkyLens, with a charge indicator of four lights. It adds about 30 minutes of flying and charges over USB-C at 30 W. The chip in the pack balances the cells each time.',
  },
  {
    sku: 'OCTO-011',
    name: 'Propeller Guard Set',
    category,
    price: '19.95',
    stock: 500,
    description:
      'Four clip-on rings that keep fingers, walls and propellers apart. They weigh 11 g each and cost about two minutes of flight time. Sizes for AeroFold Mini and Ignite Micro Racer are both in the bag.',
  },
  {
    sku: 'OCTO-012',
    name: 'Rugged Carrying Case',
    category,
    price: '120.00',
    stock: 200,
    description:
      'A crush-proof case with cut foam for one OCTO camera drone, its controller and four batteries. It floats, seals to IP67 and fits under an aeroplane seat. The lid holds a pocket for propellers and papers.',
  },
];
