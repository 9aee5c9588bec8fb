import type { Tables } from '@octo/database/tables.ts';
import { contains } from '@octo/platform/database/contains.ts';
import { comesAfter, type Position } from '@octo/platform/paging/keyset.ts';
import { type ExpressionBuilder, sql } from 'kysely';
import { query } from '../context.ts';
import { type ProductOrder, productOrders } from './product-order.ts';

export interface ProductFilter {
  shopId: number;
  words: string[];
  category?: string | undefined;
}

const columns = ['id', 'sku', 'name', 'description', 'category', 'price', 'imageUrl', 'createdAt'] as const;

/** In this order they are the text of the index products_search_ix. No word has a space in it, so none reaches from one to the next. */
const searched = ['name', 'sku', 'category', 'description'];

function stockOf(eb: ExpressionBuilder<Tables, 'products'>) {
  return eb
    .selectFrom('stockLevels as l')
    .whereRef('l.productId', '=', 'products.id')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('l.quantity'), sql<number>`0`).as('units'))
    .$asScalar()
    .$notNull();
}

function onSale(eb: ExpressionBuilder<Tables, 'products'>, filter: ProductFilter) {
  const conditions = [eb('shopId', '=', filter.shopId), eb('isActive', '=', true)];
  if (filter.category !== undefined) conditions.push(eb('category', '=', filter.category));
  return eb.and([...conditions, ...filter.words.map((word) => contains(searched, word))]);
}

export const selectProducts = query.readVarying(
  'catalog.selectProducts',
  (
    db,
    input: { filter: ProductFilter; order: ProductOrder; after?: Position | undefined; offset: number; limit: number },
  ) => {
    const sort = productOrders[input.order];
    const listed = db
      .selectFrom('products')
      .where((eb) => onSale(eb, input.filter))
      .select((eb) => [...columns, stockOf(eb).as('stock')]);
    const page = db
      .selectFrom(listed.as('p'))
      .selectAll()
      .orderBy(`p.${sort.column}`, sort.direction)
      .orderBy('p.id', sort.direction)
      .offset(input.offset)
      .fetch(input.limit);
    if (input.after === undefined) return page;
    return page.where(comesAfter(sort, { value: `p.${sort.column}`, id: 'p.id' }, input.after));
  },
);

export const countProducts = query.readVarying('catalog.countProducts', (db, input: { filter: ProductFilter }) =>
  db
    .selectFrom('products')
    .where((eb) => onSale(eb, input.filter))
    .select(({ fn }) => fn.countAll<number>().as('total')),
);

export const countUnits = query.read('catalog.countUnits', (db, input: { shopId: number }) =>
  db
    .selectFrom('products as p')
    .innerJoin('stockLevels as l', 'l.productId', 'p.id')
    .where('p.shopId', '=', input.shopId)
    .where('p.isActive', '=', true)
    .select(({ fn }) => fn.coalesce(fn.sum<number>('l.quantity'), sql<number>`0`).as('units')),
);

export const selectProduct = query.read('catalog.selectProduct', (db, input: { id: number }) =>
  db
    .selectFrom('products')
    .where('id', '=', input.id)
    .select((eb) => [...columns, 'shopId', 'isActive', stockOf(eb).as('stock')]),
);

export const selectCategories = query.read('catalog.selectCategories', (db, input: { shopId: number }) =>
  db
    .selectFrom('products')
    .where('shopId', '=', input.shopId)
    .where('isActive', '=', true)
    .groupBy('category')
    .orderBy('category')
    .select((eb) => ['category', eb.fn.countAll<number>().as('products')]),
);

export const selectCatalogVersion = query.read('catalog.selectCatalogVersion', (db, _: Record<never, never>) =>
  db.selectFrom('catalogVersion').where('id', '=', 1).select('version'),
);

/** Locks the levels of some products in one order for everybody, so that carts that overlap wait and never deadlock. */
export const lockStockLevels = query.read('catalog.lockStockLevels', (db, input: { productIds: number[] }) =>
  db
    .selectFrom('stockLevels')
    .where('productId', 'in', input.productIds)
    .orderBy('productId')
    .orderBy('warehouseId')
    .select(['productId', 'warehouseId', 'quantity'])
    .forUpdate(),
);

export interface NewMovement {
  id: string;
  batchId: string;
  productId: number;
  warehouseId: number;
  delta: number;
  reason: string;
  orderId: number | null;
  actor: string;
  traceId: string;
  createdAt: Date;
}

export const insertMovements = query.write('catalog.insertMovements', (db, input: { movements: NewMovement[] }) =>
  db.insertInto('stockMovements').values(input.movements),
);

/** Moves the levels by what the ledger says of one batch, so that the two cannot disagree. */
export const applyMovements = query.write('catalog.applyMovements', (db, input: { batchId: string }) =>
  db
    .updateTable('stockLevels')
    .set((eb) => ({
      quantity: eb(
        'quantity',
        '+',
        eb
          .selectFrom('stockMovements as m')
          .where('m.batchId', '=', input.batchId)
          .whereRef('m.productId', '=', 'stockLevels.productId')
          .whereRef('m.warehouseId', '=', 'stockLevels.warehouseId')
          .select((inner) => inner.fn.sum<number>('m.delta').as('delta')),
      ),
    }))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('stockMovements as b')
          .where('b.batchId', '=', input.batchId)
          .whereRef('b.productId', '=', 'stockLevels.productId')
          .whereRef('b.warehouseId', '=', 'stockLevels.warehouseId')
          .select('b.id'),
      ),
    ),
);

/** What an order still holds of each level: the sum of its movements. */
export const selectHeldStock = query.read('catalog.selectHeldStock', (db, input: { orderId: number }) =>
  db
    .selectFrom('stockMovements')
    .where('orderId', '=', input.orderId)
    .groupBy(['productId', 'warehouseId'])
    .having((eb) => eb.fn.sum('delta'), '<', sql<number>`0`)
    .orderBy('productId')
    .orderBy('warehouseId')
    .select((eb) => ['productId', 'warehouseId', eb.fn.sum<number>('delta').as('delta')]),
);

export const selectProductBySku = query.read(
  'catalog.selectProductBySku',
  (db, input: { shopId: number; sku: string }) =>
    db
      .selectFrom('products')
      .where(sql`upper(sku)`, '=', sql`upper(${input.sku})`)
      .where('shopId', '=', input.shopId)
      .select(['sku', 'name', 'category']),
);
