import type { ProductSeed } from './product.ts';

export const electronics: readonly ProductSeed[] = [
  {
    sku: 'FLC-001',
    name: 'Pixhawk 6X Flight Controller',
    category: 'Flight Controllers',
    price: '399.99',
    stock: 75,
    description:
      'An open-standard autopilot with three isolated inertial units and two barometers, so a single faulty sensor is outvoted. Ethernet links it to a companion computer at 100 Mbit/s. Temperature-controlled sensors keep the readings steady from −25 to +55 °C.',
  },
  {
    sku: 'FLC-002',
    name: 'CUAV X7+ Pro Autopilot',
    category: 'Flight Controllers',
    price: '549.00',
    stock: 45,
    description:
      'A flight controller for survey aircraft with an industrial-grade inertial unit and 14 PWM outputs. The internal damping filters vibration above 100 Hz before it reaches the sensors. It runs PX4 and ArduPilot and logs to a card of up to 64 GB.',
  },
  {
    sku: 'FLC-003',
    name: 'Here4 Multi-Band RTK GNSS Module',
    category: 'Flight Controllers',
    price: '329.00',
    stock: 55,
    description:
      'A positioning module that receives four satellite systems on two bands and fixes to about 1 cm with corrections. Compass, barometer and remote-ID transmitter share the same 68 mm case. It connects by one CAN cable and updates itself over the autopilot.',
  },
  {
    sku: 'GMB-001',
    name: 'MoVI Carbon Stabilised Zoom Gimbal',
    category: 'Cameras & Gimbals',
    price: '5995.00',
    stock: 12,
    description:
      'A five-axis stabilised head with a 20× zoom camera in a 2.4 kg unit. Internal stabilisation holds a long-lens frame still where ordinary gimbals shake. It runs on 12 to 26 V and can be steered by hand wheels or by the aircraft.',
  },
  {
    sku: 'GMB-002',
    name: 'Gremsy T7 Heavy-Lift Gimbal',
    category: 'Cameras & Gimbals',
    price: '3150.00',
    stock: 18,
    description:
      'A three-axis gimbal for cameras up to 3.2 kg, balanced in minutes on tool-free rails. The quick-release dampers separate gimbal and aircraft with one latch. Pointing is repeatable to ±0.02°, which matters for stitched inspections.',
  },
  {
    sku: 'CAM-001',
    name: 'Phase One P3 100MP Inspection Payload',
    category: 'Cameras & Gimbals',
    price: '52000.00',
    stock: 3,
    description:
      'A 100 MP medium-format payload that shows a 0.5 mm crack from 15 m away. The 80 mm lens focuses by a built-in laser range finder, so pictures are sharp in featureless places too. Sensor, lens, gimbal and 512 GB storage arrive calibrated as one system.',
  },
  {
    sku: 'CAM-002',
    name: 'Sony ILX-LR1 Industrial Camera',
    category: 'Cameras & Gimbals',
    price: '3499.00',
    stock: 20,
    description:
      'A 61 MP full-frame camera without screen or grip, at 243 g made to be flown. It takes three frames a second and is controlled over USB or its 40-pin port. Any E-mount lens fits; four M3 threads on each side fasten it to the airframe.',
  },
  {
    sku: 'FPV-001',
    name: 'FPV.One Pilot Goggles',
    category: 'FPV Gear',
    price: '549.00',
    stock: 50,
    description:
      'Goggles with two 1,280 × 960 displays, a 46° field of view and focus for each eye from −6 to +6 dioptres. An antenna module of your choice slides into the front bay. The 18650 battery in the strap lasts about three hours.',
  },
  {
    sku: 'FPV-002',
    name: 'Crossfire Nano TX Radio Module',
    category: 'FPV Gear',
    price: '69.99',
    stock: 100,
    description:
      'A 900 MHz long-range module that fits small radios and adjusts its power from 10 to 500 mW by itself. Telemetry comes back on the same link 50 times a second. With a good antenna on a hill, 30 km is realistic.',
  },
  {
    sku: 'FPV-003',
    name: 'Smart Radio Ground Control Station',
    category: 'FPV Gear',
    price: '1899.00',
    stock: 22,
    description:
      'A handheld ground station with an 8-inch, 1,000-nit screen that stays readable in the midday sun. Video, telemetry and control share one encrypted link of up to 15 km. Two hot-swappable batteries carry it through an eight-hour day.',
  },
  {
    sku: 'BAT-001',
    name: 'Tattu 6S 10000mAh Battery',
    category: 'Batteries',
    price: '179.99',
    stock: 250,
    description:
      'A 22.2 V lithium-polymer pack of 222 Wh for mapping and inspection aircraft. It delivers 250 A continuously and keeps 80 % of its capacity after 150 careful cycles. Weight is 1.34 kg; the lead ends in an AS150 anti-spark plug.',
  },
  {
    sku: 'BAT-002',
    name: 'DELTA Mini Portable Power Station',
    category: 'Batteries',
    price: '799.00',
    stock: 30,
    description:
      'A field power station of 882 Wh with 1,400 W of pure sine wave output. It charges four 6S packs between flights and fills itself from the wall to 80 % in about an hour. At 10.7 kg it goes in the boot together with the aircraft.',
  },
  {
    sku: 'BAT-003',
    name: 'X2 AC Plus Dual Charger',
    category: 'Batteries',
    price: '189.00',
    stock: 70,
    description:
      'A dual charger with 300 W on mains and 800 W on a DC supply, for two packs of up to 6S. It balances at 1.6 A per cell and measures internal resistance, which tells you early which pack to retire. A storage programme brings both channels to 3.8 V per cell.',
  },
  {
    sku: 'BAT-004',
    name: 'Tattu Plus 12S 22000mAh Smart Battery',
    category: 'Batteries',
    price: '599.00',
    stock: 35,
    description:
      'A 977 Wh smart pack for heavy-lift and agricultural aircraft, with its own management board. It counts cycles, warns of uneven cells and discharges itself to storage voltage after three idle days. Four LEDs show the charge; the CAN port reports the rest.',
  },
];
