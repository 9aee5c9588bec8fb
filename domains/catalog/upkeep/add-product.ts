import { transact } from '@octo/platform/database/transact.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../../context.ts';
import { announceCatalogueChange } from '../../messaging/index.ts';
import { recordAudit } from '../../security/index.ts';
import { moveStock } from '../move-stock.ts';
import { getProductDetail } from './get-product-detail.ts';
import type { ProductDetail } from './product-summary.ts';
import { applyEdit, blankProduct, type ProductEdit, type ProductValues, toAudit, toColumns } from './product-values.ts';
import { insertEmptyLevels, insertProduct, selectWarehouses } from './queries.ts';
import { skuTaken } from './refusals.ts';
import { requireShop } from './require-shop.ts';

type Needed = 'name' | 'sku' | 'category' | 'priceCents';

export interface AddProductInput extends Omit<ProductEdit, Needed>, Pick<ProductValues, Needed> {
  /** The first units, which go into the first warehouse. */
  stock?: number | undefined;
}

/** Adds a product. Throws Conflict for a SKU that is taken, Invalid for a shop that does not exist. */
export async function addProduct(ctx: Ctx, input: AddProductInput): Promise<ProductDetail> {
  const values = applyEdit(blankProduct, input);
  return await transact(ctx, async (ctx) => {
    const productId = await ctx.ids.next();
    const now = ctx.clock.now();
    await requireShop(ctx, values.shopId);
    const isNew = await insertProduct(ctx.db, { id: productId, ...toColumns(values), createdAt: now, updatedAt: now });
    if (!isNew) throw skuTaken(values.sku);
    const stock = input.stock ?? 0;
    await bookFirstStock(ctx, productId, stock);
    await recordAudit(ctx, {
      action: 'products.create',
      resource: `products/${productId}`,
      before: null,
      after: { ...toAudit(values), stock },
    });
    const product = await getProductDetail(ctx, { productId });
    await announceCatalogueChange(ctx);
    return product;
  });
}

async function bookFirstStock(ctx: Ctx, productId: number, stock: number): Promise<void> {
  const warehouses = await selectWarehouses(ctx.db, {});
  const [first] = warehouses;
  if (!first) {
    if (stock === 0) return;
    throw new AppError('Conflict', 'catalog.no_warehouse', 'There is no warehouse that the first units could go into.');
  }
  await insertEmptyLevels(ctx.db, {
    levels: warehouses.map((warehouse) => ({ productId, warehouseId: warehouse.id, quantity: 0 })),
  });
  const moves = [{ productId, warehouseId: first.id, delta: stock }];
  if (stock > 0) await moveStock(ctx, { reason: 'first stock', moves });
}
