import { sql } from 'kysely';
import { query } from '../context.ts';

export const selectCartLines = query.read('cart.selectCartLines', (db, input: { sessionId: string }) =>
  db
    .selectFrom('cartItems as c')
    .innerJoin('products as p', 'p.id', 'c.productId')
    .where('c.sessionId', '=', input.sessionId)
    .orderBy('c.createdAt')
    .orderBy('c.id')
    .select((eb) => [
      'c.id',
      'c.productId',
      'c.quantity',
      'p.name',
      'p.sku',
      'p.category',
      'p.price',
      'p.imageUrl',
      'p.isActive',
      'p.shopId',
      eb
        .selectFrom('stockLevels as l')
        .whereRef('l.productId', '=', 'p.id')
        .select((inner) => inner.fn.coalesce(inner.fn.sum<number>('l.quantity'), sql<number>`0`).as('units'))
        .$asScalar()
        .$notNull()
        .as('stock'),
    ]),
);

export const selectLineQuantities = query.read('cart.selectLineQuantities', (db, input: { sessionId: string }) =>
  db.selectFrom('cartItems').where('sessionId', '=', input.sessionId).select(['id', 'productId', 'quantity']),
);

export interface NewLine {
  id: number;
  sessionId: string;
  productId: number;
  quantity: number;
  createdAt: Date;
  updatedAt: Date;
}

export const insertLine = query.insertIfAbsent('cart.insertLine', (db, input: NewLine) =>
  db.insertInto('cartItems').values(input),
);

export const addToLine = query.write(
  'cart.addToLine',
  (db, input: { sessionId: string; productId: number; quantity: number; most: number; updatedAt: Date }) =>
    db
      .updateTable('cartItems')
      .set((eb) => ({ quantity: eb('quantity', '+', input.quantity), updatedAt: input.updatedAt }))
      .where('sessionId', '=', input.sessionId)
      .where('productId', '=', input.productId)
      .where((eb) => eb(eb('quantity', '+', input.quantity), '<=', input.most)),
);

export const fillLine = query.write(
  'cart.fillLine',
  (db, input: { sessionId: string; productId: number; quantity: number; updatedAt: Date }) =>
    db
      .updateTable('cartItems')
      .set({ quantity: input.quantity, updatedAt: input.updatedAt })
      .where('sessionId', '=', input.sessionId)
      .where('productId', '=', input.productId),
);

export const setLineQuantity = query.write(
  'cart.setLineQuantity',
  (db, input: { id: number; sessionId: string; quantity: number; updatedAt: Date }) =>
    db
      .updateTable('cartItems')
      .set({ quantity: input.quantity, updatedAt: input.updatedAt })
      .where('id', '=', input.id)
      .where('sessionId', '=', input.sessionId),
);

export const deleteLine = query.write('cart.deleteLine', (db, input: { id: number; sessionId: string }) =>
  db.deleteFrom('cartItems').where('id', '=', input.id).where('sessionId', '=', input.sessionId),
);

/** The lines of a session, held until the transaction ends. */
export const lockCartLines = query.read('cart.lockCartLines', (db, input: { sessionId: string }) =>
  db
    .selectFrom('cartItems')
    .where('sessionId', '=', input.sessionId)
    .orderBy('id')
    .select(['id', 'productId', 'quantity'])
    .forUpdate(),
);

export const deleteLines = query.write('cart.deleteLines', (db, input: { ids: number[] }) =>
  db.deleteFrom('cartItems').where('id', 'in', input.ids),
);

export const selectPrices = query.read('cart.selectPrices', (db, input: { productIds: number[] }) =>
  db
    .selectFrom('products')
    .where('id', 'in', input.productIds)
    .select(['id', 'name', 'sku', 'price', 'shopId', 'isActive']),
);
