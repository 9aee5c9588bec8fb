import assert from 'node:assert/strict';
import type { Tables } from '@octo/database/tables.ts';
import type { Kysely } from 'kysely';
import { stockFaults } from './stock-books.ts';

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

/** Every level is the sum of its movements, every order holds its lines, and failed ones hold nothing. */
export async function assertStockIsWhole(owner: Owner): Promise<void> {
  assert.deepEqual(await stockFaults(owner, ['failed']), []);
}
