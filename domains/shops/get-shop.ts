import type { Ctx } from '../context.ts';
import { selectShopById } from './queries.ts';
import { shopNotFound } from './refusals.ts';
import type { ShopDetail } from './shop-detail.ts';

/** A shop as staff see it. Throws NotFound. */
export async function getShop(ctx: Pick<Ctx, 'db'>, input: { shopId: number }): Promise<ShopDetail> {
  const [shop] = await selectShopById(ctx.db, { id: input.shopId });
  if (!shop) throw shopNotFound();
  return shop;
}
