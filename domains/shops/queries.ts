import type { ShopsStatus, Tables } from '@octo/database/tables.ts';
import { contains } from '@octo/platform/database/contains.ts';
import { comesAfter, type Position, type Sort } from '@octo/platform/paging/keyset.ts';
import type { Kysely } from 'kysely';
import { query } from '../context.ts';
import type { ShopValues } from './shop-values.ts';

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

const detailColumns = [
  's.id',
  's.slug',
  's.name',
  's.region',
  's.storefrontUrl',
  's.currency',
  's.status',
  's.address',
  's.notes',
  's.version',
  's.createdAt',
  's.updatedAt',
] as const;

function details(db: Kysely<Tables>) {
  return db.selectFrom('shops as s').select((eb) => [
    ...detailColumns,
    eb
      .selectFrom('products as p')
      .whereRef('p.shopId', '=', 's.id')
      .select(({ fn }) => fn.countAll<number>().as('products'))
      .$asScalar()
      .$notNull()
      .as('productCount'),
  ]);
}

interface ShopPage {
  search: string | undefined;
  status: ShopsStatus | undefined;
  after: Position | undefined;
  offset: number;
  limit: number;
}

const byName: Sort = { column: 'name', kind: 'text', direction: 'asc' };

export const selectShops = query.readVarying('shops.selectShops', (db, input: ShopPage) => {
  const { search, status, after } = input;
  let shops = details(db).orderBy('s.name').orderBy('s.id').offset(input.offset).fetch(input.limit);
  if (search !== undefined) shops = shops.where(contains(['s.name', 's.slug', 's.region'], search));
  if (status !== undefined) shops = shops.where('s.status', '=', status);
  return after === undefined ? shops : shops.where(comesAfter(byName, { value: 's.name', id: 's.id' }, after));
});

export const selectShopById = query.read('shops.selectShopById', (db, input: { id: number }) =>
  details(db).where('s.id', '=', input.id),
);

interface ShopColumns extends ShopValues {
  id: number;
  updatedAt: Date;
}

export const insertShop = query.insertIfAbsent('shops.insertShop', (db, input: ShopColumns & { createdAt: Date }) =>
  db.insertInto('shops').values(input),
);

/** Keeps others from editing the shop while it is compared with what an edit was made from. */
export const lockShop = query.read('shops.lockShop', (db, input: { id: number }) =>
  db
    .selectFrom('shops')
    .where('id', '=', input.id)
    .select(['slug', 'name', 'region', 'storefrontUrl', 'currency', 'status', 'notes', 'version'])
    .forUpdate(),
);

export const updateShop = query.write('shops.updateShop', (db, { id, ...columns }: ShopColumns) =>
  db
    .updateTable('shops')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('id', '=', id),
);
