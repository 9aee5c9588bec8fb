import { accessories } from './accessories.ts';
import { airframeParts } from './airframe-parts.ts';
import { completeDrones } from './complete-drones.ts';
import { electronics } from './electronics.ts';
import { octoDrones } from './octo-drones.ts';
import type { ProductSeed } from './product.ts';

export const productSeeds: readonly ProductSeed[] = [
  ...completeDrones,
  ...octoDrones,
  ...airframeParts,
  ...electronics,
  ...accessories,
];
