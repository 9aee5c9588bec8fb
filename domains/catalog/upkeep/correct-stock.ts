import { transact } from '@octo/platform/database/transact.ts';
import { AppError, faultyField } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../../context.ts';
import { announceCatalogueChange } from '../../messaging/index.ts';
import { recordAudit } from '../../security/index.ts';
import { moveStock } from '../move-stock.ts';
import { lockStockLevels } from '../queries.ts';
import { type Correction, correctionMoves } from './correction-moves.ts';
import { getProductDetail } from './get-product-detail.ts';
import type { ProductDetail } from './product-summary.ts';
import { insertLevelIfAbsent, selectSummary, selectWarehouses } from './queries.ts';
import { productNotFound } from './refusals.ts';

export interface CorrectStockInput extends Correction {
  /** Why, in a person's words. */
  reason: string;
}

/**
 * Books units in or out with a reason. Throws Conflict when stock would fall below zero, Invalid for a warehouse that does not
 * exist, NotFound.
 */
export async function correctStock(ctx: Ctx, input: CorrectStockInput): Promise<ProductDetail> {
  const { productId, delta } = input;
  return await transact(ctx, async (ctx) => {
    if (!(await selectSummary(ctx.db, { id: productId }))[0]) throw productNotFound();
    const warehouseId = await warehouseFor(ctx, input.warehouseId);
    await insertLevelIfAbsent(ctx.db, { productId, warehouseId, quantity: 0 });
    const levels = await lockStockLevels(ctx.db, { productIds: [productId] });
    const moves = correctionMoves(input, warehouseId, levels);
    await moveStock(ctx, { reason: input.reason.trim(), moves });
    const stock = levels.reduce((sum, level) => sum + level.quantity, 0);
    await recordAudit(ctx, {
      action: 'products.stock',
      resource: `products/${productId}`,
      before: { stock },
      after: { stock: stock + delta },
    });
    const product = await getProductDetail(ctx, { productId });
    await announceCatalogueChange(ctx);
    return product;
  });
}

/** The warehouse that was named, or the first. */
async function warehouseFor(ctx: Ctx, named: number | undefined): Promise<number> {
  const warehouses = await selectWarehouses(ctx.db, {});
  const warehouse = named === undefined ? warehouses[0] : warehouses.find(({ id }) => id === named);
  if (warehouse) return warehouse.id;
  if (named === undefined) throw new AppError('Conflict', 'catalog.no_warehouse', 'There is no warehouse yet.');
  throw faultyField('Invalid', 'catalog.warehouse_unknown', 'warehouse_id', 'There is no warehouse with this id.');
}
