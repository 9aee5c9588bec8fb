import { moveCatalogVersion, setStock } from '../../../apps/shop/testing/catalogue.ts';
import type { Owner } from './start-shop.ts';

/** Leaves this many units of a product, and tells the shop, so that no page from before is shown. */
export async function leaveInStock(owner: Owner, sku: string, units: number): Promise<void> {
  const { id } = await owner.selectFrom('products').select('id').where('sku', '=', sku).executeTakeFirstOrThrow();
  await setStock(owner, id, units);
  await moveCatalogVersion(owner);
}
