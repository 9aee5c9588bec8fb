import { transact } from '@octo/platform/database/transact.ts';
import { unlessTaken } from '@octo/platform/database/unless-taken.ts';
import { StaleEdit } from '@octo/platform/errors/stale-edit.ts';
import type { Ctx } from '../../context.ts';
import { announceCatalogueChange } from '../../messaging/index.ts';
import { changesBetween, recordAudit } from '../../security/index.ts';
import { getProductDetail } from './get-product-detail.ts';
import { type ProductDetail, withValues } from './product-summary.ts';
import { applyEdit, type ProductEdit, type ProductValues, toAudit, toColumns } from './product-values.ts';
import { lockProduct, updateProduct } from './queries.ts';
import { productNotFound, skuTaken } from './refusals.ts';
import { requireShop } from './require-shop.ts';

export interface ChangeProductInput {
  productId: number;
  /** The version that the edit was made from. */
  version: number;
  edit: ProductEdit;
}

/**
 * Changes what an edit says of a product; one that says nothing new writes nothing. Throws StaleEdit when somebody else was
 * quicker, Conflict for a SKU that is taken, Invalid for a shop that does not exist, NotFound.
 */
export async function changeProduct(ctx: Ctx, input: ChangeProductInput): Promise<ProductDetail> {
  const { productId, version, edit } = input;
  return await transact(ctx, async (ctx) => {
    const [row] = await lockProduct(ctx.db, { id: productId });
    if (!row) throw productNotFound();
    const { version: currentVersion, ...before } = withValues(row);
    if (currentVersion !== version) throw stale(await getProductDetail(ctx, { productId }));
    const after = applyEdit(before, edit);
    const changes = changesBetween(toAudit(before), toAudit(after));
    if (!changes) return await getProductDetail(ctx, { productId });
    if (after.shopId !== before.shopId) await requireShop(ctx, after.shopId);
    await writeValues(ctx, productId, after);
    await recordAudit(ctx, { action: 'products.update', resource: `products/${productId}`, ...changes });
    const product = await getProductDetail(ctx, { productId });
    await announceCatalogueChange(ctx);
    return product;
  });
}

async function writeValues(ctx: Ctx, id: number, values: ProductValues): Promise<void> {
  const write = () => updateProduct(ctx.db, { id, ...toColumns(values), updatedAt: ctx.clock.now() });
  await unlessTaken(ctx.db, write, () => skuTaken(values.sku));
}

function stale(current: ProductDetail): StaleEdit<ProductDetail> {
  const message = 'Somebody else changed this product in the meantime. Look at both versions, then save again.';
  return new StaleEdit('catalog.stale', message, current);
}
