import { transact } from '@octo/platform/database/transact.ts';
import type { Ctx } from '../context.ts';
import { announceCatalogueChange } from '../messaging/index.ts';
import { recordAudit } from '../security/index.ts';
import { getShop } from './get-shop.ts';
import { insertShop } from './queries.ts';
import { slugTaken } from './refusals.ts';
import type { ShopDetail } from './shop-detail.ts';
import { applyEdit, blankShop, type ShopEdit, type ShopValues, toAudit } from './shop-values.ts';

type Needed = 'slug' | 'name' | 'region';

export interface AddShopInput extends Omit<ShopEdit, Needed>, Pick<ShopValues, Needed> {}

/** Adds a shop. Throws Conflict for a slug that is taken. */
export async function addShop(ctx: Ctx, input: AddShopInput): Promise<ShopDetail> {
  const values = applyEdit(blankShop, input);
  return await transact(ctx, async (ctx) => {
    const shopId = await ctx.ids.next();
    const now = ctx.clock.now();
    const isNew = await insertShop(ctx.db, { id: shopId, ...values, createdAt: now, updatedAt: now });
    if (!isNew) throw slugTaken(values.slug);
    const resource = `shops/${shopId}`;
    await recordAudit(ctx, { action: 'shops.create', resource, before: null, after: toAudit(values) });
    const shop = await getShop(ctx, { shopId });
    await announceCatalogueChange(ctx);
    return shop;
  });
}
