import { transact } from '@octo/platform/database/transact.ts';
import { unlessTaken } from '@octo/platform/database/unless-taken.ts';
import { StaleEdit } from '@octo/platform/errors/stale-edit.ts';
import type { Ctx } from '../context.ts';
import { announceCatalogueChange } from '../messaging/index.ts';
import { changesBetween, recordAudit } from '../security/index.ts';
import { getShop } from './get-shop.ts';
import { lockShop, updateShop } from './queries.ts';
import { shopNotFound, slugTaken } from './refusals.ts';
import type { ShopDetail } from './shop-detail.ts';
import { applyEdit, type ShopEdit, toAudit } from './shop-values.ts';

export interface ChangeShopInput {
  shopId: number;
  /** The version that the edit was made from. */
  version: number;
  edit: ShopEdit;
}

/**
 * Changes what an edit says of a shop; one that says nothing new writes nothing. Throws StaleEdit when somebody else was
 * quicker, Conflict for a slug that is taken, NotFound.
 */
export async function changeShop(ctx: Ctx, input: ChangeShopInput): Promise<ShopDetail> {
  const { shopId, version, edit } = input;
  return await transact(ctx, async (ctx) => {
    const [row] = await lockShop(ctx.db, { id: shopId });
    if (!row) throw shopNotFound();
    const { version: currentVersion, ...before } = row;
    if (currentVersion !== version) throw stale(await getShop(ctx, { shopId }));
    const after = applyEdit(before, edit);
    const changes = changesBetween(toAudit(before), toAudit(after));
    if (!changes) return await getShop(ctx, { shopId });
    const write = () => updateShop(ctx.db, { id: shopId, ...after, updatedAt: ctx.clock.now() });
    await unlessTaken(ctx.db, write, () => slugTaken(after.slug));
    await recordAudit(ctx, { action: 'shops.update', resource: `shops/${shopId}`, ...changes });
    const shop = await getShop(ctx, { shopId });
    await announceCatalogueChange(ctx);
    return shop;
  });
}

function stale(current: ShopDetail): StaleEdit<ShopDetail> {
  const message = 'Somebody else changed this shop in the meantime. Look at both versions, then save again.';
  return new StaleEdit('shops.stale', message, current);
}
