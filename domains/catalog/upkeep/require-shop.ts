import { faultyField } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../../context.ts';
import { selectShopId } from './queries.ts';

/** Refuses a shop that does not exist; to be assigned to none is fine. */
export async function requireShop(ctx: Pick<Ctx, 'db'>, shopId: number | null): Promise<void> {
  if (shopId === null) return;
  const [shop] = await selectShopId(ctx.db, { id: shopId });
  if (!shop) throw faultyField('Invalid', 'catalog.shop_unknown', 'shop_id', 'There is no shop with this id.');
}
