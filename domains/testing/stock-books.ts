import type { OrdersStatus, Tables } from '@octo/database/tables.ts';
import type { Kysely } from 'kysely';

/**
 * Where shelves, ledger and orders disagree: a level is what its movements sum to, and an order holds its lines, unless its
 * status is one of `emptyHanded`: then it must hold nothing.
 */
export async function stockFaults(owner: Kysely<Tables>, emptyHanded: readonly OrdersStatus[]): Promise<string[]> {
  const movements = await owner
    .selectFrom('stockMovements')
    .select(['productId', 'warehouseId', 'orderId', 'delta'])
    .execute();
  const levels = await owner.selectFrom('stockLevels').selectAll().execute();
  const lines = await owner
    .selectFrom('orderItems as i')
    .innerJoin('orders as o', 'o.id', 'i.orderId')
    .select(['i.orderId', 'i.productId', 'i.quantity', 'o.status'])
    .execute();
  const ledger = sums(movements, (move) => [`${move.productId} in ${move.warehouseId}`, move.delta]);
  const received = sums(
    movements.filter((move) => move.orderId === null),
    (move) => [move.productId, move.delta],
  );
  const left = sums(levels, (level) => [level.productId, level.quantity]);
  const holding = lines.filter((line) => !emptyHanded.includes(line.status));
  const out = sums(holding, (line) => [line.productId, line.quantity]);
  const taken = movements.filter((move) => move.orderId !== null);
  const held = sums(taken, (move) => [`${move.productId} by order ${move.orderId}`, -move.delta]);
  const due = sums(holding, (line) => [`${line.productId} by order ${line.orderId}`, line.quantity]);
  const shelves = sums(levels, (level) => [`${level.productId} in ${level.warehouseId}`, level.quantity]);
  const stays = new Map([...received].map(([product, quantity]) => [product, quantity - (out.get(product) ?? 0)]));
  return [
    ...levels.filter((level) => level.quantity < 0).map((level) => `product ${level.productId}: oversold`),
    ...differences('product', 'on the shelf', shelves, 'in the ledger', ledger),
    ...differences('product', 'left', left, 'received and not ordered', stays),
    ...differences('product', 'held', held, 'due', due),
  ];
}

function sums<T, K>(rows: readonly T[], entryOf: (row: T) => [K, number]): Map<K, number> {
  const totals = new Map<K, number>();
  for (const row of rows) {
    const [key, amount] = entryOf(row);
    totals.set(key, (totals.get(key) ?? 0) + amount);
  }
  return totals;
}

function differences<K>(what: string, oneName: string, one: Map<K, number>, otherName: string, other: Map<K, number>) {
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  const unequal = keys.filter((key) => (one.get(key) ?? 0) !== (other.get(key) ?? 0));
  return unequal.map((key) => `${what} ${key}: ${one.get(key) ?? 0} ${oneName}, ${other.get(key) ?? 0} ${otherName}`);
}
