import { sql } from 'kysely';
import type { Owner } from './start-shop.ts';

/** Leaves this many units of a product in one warehouse and none elsewhere, as if others had bought the rest. */
export async function leaveInStock(owner: Owner, sku: string, units: number): Promise<void> {
  const { id } = await owner.selectFrom('products').select('id').where('sku', '=', sku).executeTakeFirstOrThrow();
  const levels = await owner.selectFrom('stockLevels').select('warehouseId').where('productId', '=', id).execute();
  for (const [index, { warehouseId }] of levels.entries()) {
    await owner
      .updateTable('stockLevels')
      .set({ quantity: index === 0 ? units : 0 })
      .where('productId', '=', id)
      .where('warehouseId', '=', warehouseId)
      .execute();
  }
  await announceChange(owner);
}

export async function setShopStatus(owner: Owner, status: 'active' | 'maintenance' | 'inactive'): Promise<void> {
  await owner.updateTable('shops').set({ status }).where('slug', '=', 'primary-store').execute();
  await announceChange(owner);
}

/** What every shop process looks at to know that its catalogue is out of date. */
async function announceChange(owner: Owner): Promise<void> {
  await owner.updateTable('catalogVersion').set({ version: sql`version + 1` }).execute();
}
