import type { Tables } from '@octo/database/tables.ts';
import { contains } from '@octo/platform/database/contains.ts';
import { comesAfter, type EventPosition, type Position, type Sort } from '@octo/platform/paging/keyset.ts';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { query } from '../../context.ts';
import { type ProductSort, productSorts } from './product-sorts.ts';

export interface ProductFilter {
  search: string | undefined;
  category: string | undefined;
  shopId: number | undefined;
  isActive: boolean | undefined;
  stockBelow: number | undefined;
}

export interface ProductPage {
  filter: ProductFilter;
  sort: ProductSort;
  after: Position | undefined;
  offset: number;
  limit: number;
}

const summaryColumns = [
  'p.id',
  'p.sku',
  'p.name',
  'p.description',
  'p.category',
  'p.price',
  'p.imageUrl',
  'p.shopId',
  's.name as shopName',
  'p.isActive',
  'p.version',
  'p.createdAt',
  'p.updatedAt',
] as const;

function stockOf(eb: ExpressionBuilder<Tables & { p: Tables['products'] }, 'p'>) {
  return eb
    .selectFrom('stockLevels as l')
    .whereRef('l.productId', '=', 'p.id')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('l.quantity'), sql<number>`0`).as('units'))
    .$asScalar()
    .$notNull();
}

function summaries(db: Kysely<Tables>) {
  return db
    .selectFrom('products as p')
    .leftJoin('shops as s', 's.id', 'p.shopId')
    .select((eb) => [...summaryColumns, stockOf(eb).as('stock')]);
}

export const selectSummaries = query.readVarying('catalog.selectSummaries', (db, input: ProductPage) => {
  const { search, category, shopId, isActive, stockBelow } = input.filter;
  const sort = productSorts[input.sort];
  let listed = summaries(db);
  if (search !== undefined) listed = listed.where(contains(['p.name', 'p.sku', 'p.category'], search));
  if (category !== undefined) listed = listed.where('p.category', '=', category);
  if (shopId !== undefined) listed = listed.where('p.shopId', '=', shopId);
  if (isActive !== undefined) listed = listed.where('p.isActive', '=', isActive);
  let page = db
    .selectFrom(listed.as('r'))
    .selectAll()
    .orderBy(`r.${sort.column}`, sort.direction)
    .orderBy('r.id', sort.direction)
    .offset(input.offset)
    .fetch(input.limit);
  if (stockBelow !== undefined) page = page.where('r.stock', '<', stockBelow);
  if (input.after === undefined) return page;
  return page.where(comesAfter(sort, { value: `r.${sort.column}`, id: 'r.id' }, input.after));
});

export const selectSummary = query.read('catalog.selectSummary', (db, input: { id: number }) =>
  summaries(db).where('p.id', '=', input.id),
);

/** What each warehouse holds of a product, those that hold nothing among them. */
export const selectWarehouseLevels = query.read('catalog.selectWarehouseLevels', (db, input: { productId: number }) =>
  db
    .selectFrom('warehouses as w')
    .leftJoin('stockLevels as l', (join) =>
      join.onRef('l.warehouseId', '=', 'w.id').on('l.productId', '=', input.productId),
    )
    .orderBy('w.id')
    .fetch(100)
    .select(({ fn }) => [
      'w.id as warehouseId',
      'w.name as warehouseName',
      fn.coalesce('l.quantity', sql<number>`0`).as('quantity'),
    ]),
);

const newestMovements: Sort = { column: 'createdAt', kind: 'instant', direction: 'desc' };

function movements(db: Kysely<Tables>) {
  return db
    .selectFrom('stockMovements as m')
    .innerJoin('warehouses as w', 'w.id', 'm.warehouseId')
    .select(['m.id', 'm.productId', 'm.warehouseId', 'w.name as warehouseName', 'm.delta', 'm.reason', 'm.orderId'])
    .select(['m.actor', 'm.traceId', 'm.createdAt']);
}

export const selectMovements = query.readVarying(
  'catalog.selectMovements',
  (db, input: { productId: number; after: EventPosition | undefined; limit: number }) => {
    const ofProduct = movements(db)
      .where('m.productId', '=', input.productId)
      .orderBy('m.createdAt', 'desc')
      .orderBy('m.id', 'desc')
      .fetch(input.limit);
    if (input.after === undefined) return ofProduct;
    return ofProduct.where(comesAfter(newestMovements, { value: 'm.createdAt', id: 'm.id' }, input.after));
  },
);

export const selectMovement = query.read('catalog.selectMovement', (db, input: { id: string }) =>
  movements(db).where('m.id', '=', input.id),
);

/** What an order took from stock and gave back; the first hundred. */
export const selectOrderMovements = query.read('catalog.selectOrderMovements', (db, input: { orderId: number }) =>
  movements(db).where('m.orderId', '=', input.orderId).orderBy('m.createdAt').orderBy('m.id').fetch(100),
);

export const selectCategoriesInUse = query.read('catalog.selectCategoriesInUse', (db, _: Record<never, never>) =>
  db.selectFrom('products').groupBy('category').orderBy('category').fetch(1000).select('category'),
);

export const selectWarehouses = query.read('catalog.selectWarehouses', (db, _: Record<never, never>) =>
  db.selectFrom('warehouses').orderBy('id').fetch(100).select(['id', 'name', 'region']),
);

export const selectShopId = query.read('catalog.selectShopId', (db, input: { id: number }) =>
  db.selectFrom('shops').where('id', '=', input.id).select('id'),
);

interface ProductColumns {
  id: number;
  name: string;
  sku: string;
  category: string;
  price: string;
  description: string | null;
  imageUrl: string | null;
  shopId: number | null;
  isActive: boolean;
  updatedAt: Date;
}

export const insertProduct = query.insertIfAbsent(
  'catalog.insertProduct',
  (db, input: ProductColumns & { createdAt: Date }) => db.insertInto('products').values(input),
);

/** Keeps others from editing the product while it is compared with what an edit was made from. */
export const lockProduct = query.read('catalog.lockProduct', (db, input: { id: number }) =>
  db
    .selectFrom('products')
    .where('id', '=', input.id)
    .select(['name', 'sku', 'category', 'price', 'description', 'imageUrl', 'shopId', 'isActive', 'version'])
    .forUpdate(),
);

export const updateProduct = query.write('catalog.updateProduct', (db, { id, ...columns }: ProductColumns) =>
  db
    .updateTable('products')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('id', '=', id),
);

interface NewLevel {
  productId: number;
  warehouseId: number;
  quantity: number;
}

export const insertEmptyLevels = query.write('catalog.insertEmptyLevels', (db, input: { levels: NewLevel[] }) =>
  db.insertInto('stockLevels').values(input.levels),
);

export const insertLevelIfAbsent = query.insertIfAbsent('catalog.insertLevelIfAbsent', (db, input: NewLevel) =>
  db.insertInto('stockLevels').values(input),
);
