import assert from 'node:assert/strict';
import type { Tables } from '@octo/database/tables.ts';
import type { Kysely } from 'kysely';

type Owner = Kysely<Tables>;

/** What is on hand of a product, by warehouse. */
export async function stockOf(owner: Owner, productId: number): Promise<number[]> {
  const levels = await owner
    .selectFrom('stockLevels')
    .where('productId', '=', productId)
    .orderBy('warehouseId')
    .select('quantity')
    .execute();
  return levels.map((level) => level.quantity);
}

/** Every level is the sum of its movements, and failed orders hold nothing. */
export async function assertStockIsWhole(owner: Owner): Promise<void> {
  const levels = await owner
    .selectFrom('stockLevels as l')
    .select((eb) => [
      'l.productId',
      'l.warehouseId',
      'l.quantity',
      eb
        .selectFrom('stockMovements as m')
        .whereRef('m.productId', '=', 'l.productId')
        .whereRef('m.warehouseId', '=', 'l.warehouseId')
        .select((inner) => inner.fn.coalesce(inner.fn.sum<number>('m.delta'), inner.lit(0)).as('sum'))
        .as('booked'),
    ])
    .execute();
  assert.deepEqual(
    levels.filter((level) => level.booked !== level.quantity),
    [],
    'a level differs from its ledger',
  );
  assert.deepEqual(await orderedMinusHeld(owner), [], 'an order holds something else than its lines');
}

/** Orders whose held stock is not what their lines ask for, or that hold anything although they failed. */
async function orderedMinusHeld(owner: Owner): Promise<unknown[]> {
  const orders = await owner
    .selectFrom('orders as o')
    .select((eb) => [
      'o.id',
      'o.status',
      eb
        .selectFrom('orderItems as i')
        .whereRef('i.orderId', '=', 'o.id')
        .select((inner) => inner.fn.sum<number>('i.quantity').as('sum'))
        .as('ordered'),
      eb
        .selectFrom('stockMovements as m')
        .whereRef('m.orderId', '=', 'o.id')
        .select((inner) => inner.fn.sum<number>('m.delta').as('sum'))
        .as('moved'),
    ])
    .execute();
  return orders.filter((order) => (order.moved ?? 0) !== (order.status === 'failed' ? 0 : -(order.ordered ?? 0)));
}
