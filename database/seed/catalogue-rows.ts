import { couponSeeds } from './data/coupons.ts';
import { shopSeeds, warehouseSeeds } from './data/places.ts';
import { productSeeds } from './data/products.ts';
import { serviceSeeds } from './data/services.ts';
import type { Row } from './seed-rows.ts';
import { dayMs, plus } from './time.ts';

const catalogueAgeDays = 300;

export function shopRows(now: Date): Row<'shops'>[] {
  const since = plus(now, -catalogueAgeDays * dayMs);
  return shopSeeds.map((shop, index) => ({ id: index + 1, ...shop, createdAt: since, updatedAt: since }));
}

export function warehouseRows(now: Date): Row<'warehouses'>[] {
  const createdAt = plus(now, -catalogueAgeDays * dayMs);
  return warehouseSeeds.map((warehouse, index) => ({ id: index + 1, ...warehouse, createdAt }));
}

/** Every product belongs to the first shop; they came into the catalogue one every few days. */
export function productRows(now: Date): Row<'products'>[] {
  return productSeeds.map(({ stock: _, ...product }, index) => {
    const createdAt = plus(now, (3 * index - catalogueAgeDays) * dayMs);
    return { id: index + 1, shopId: 1, ...product, createdAt, updatedAt: createdAt };
  });
}

export function serviceRows(now: Date): Row<'services'>[] {
  const createdAt = plus(now, -catalogueAgeDays * dayMs);
  return serviceSeeds.map((service, index) => ({ id: index + 1, ...service, createdAt, updatedAt: createdAt }));
}

export function couponRows(now: Date): Row<'coupons'>[] {
  const createdAt = plus(now, -120 * dayMs);
  return couponSeeds.map((coupon, index) => ({ id: index + 1, ...coupon, createdAt, updatedAt: createdAt }));
}
