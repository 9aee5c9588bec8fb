import { query } from '../context.ts';

export const selectShop = query.read('shops.selectShop', (db, input: { slug: string }) =>
  db.selectFrom('shops').where('slug', '=', input.slug).select(['id', 'slug', 'name', 'region', 'currency', 'status']),
);

export const selectLocations = query.read('shops.selectLocations', (db, _: Record<never, never>) =>
  db
    .selectFrom('shops')
    .where('status', '=', 'active')
    .where('address', 'is not', null)
    .orderBy('name')
    .orderBy('id')
    .fetch(100)
    .select(['id', 'name', 'address', 'coordinates', 'contactEmail', 'contactPhone']),
);
