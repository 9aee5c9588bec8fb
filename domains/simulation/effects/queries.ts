import { query } from '../../context.ts';

/** So many lines of orders, the newest ones, tell what sells most. */
const newestLines = 200;

export const selectPopularProducts = query.readVarying(
  'simulation.selectPopularProducts',
  (db, input: { products: number }) =>
    db
      .selectFrom((eb) =>
        eb.selectFrom('orderItems').orderBy('id', 'desc').fetch(newestLines).select(['productId', 'quantity']).as('l'),
      )
      .groupBy('productId')
      .orderBy((eb) => eb.fn.sum('quantity'), 'desc')
      .orderBy('productId')
      .fetch(input.products)
      .select('productId'),
);

/** In the order in which a checkout locks them: whoever waits for the other is never waited for. */
export const lockStock = query.read('simulation.lockStock', (db, input: { productIds: number[] }) =>
  db
    .selectFrom('stockLevels')
    .where('productId', 'in', input.productIds)
    .orderBy('productId')
    .orderBy('warehouseId')
    .select('quantity')
    .forUpdate(),
);
