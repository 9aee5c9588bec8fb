import type { Ctx } from '../../context.ts';
import { type ProductDetail, withValues } from './product-summary.ts';
import { selectSummary, selectWarehouseLevels } from './queries.ts';
import { productNotFound } from './refusals.ts';

/** A product with what every warehouse holds of it. Throws NotFound. */
export async function getProductDetail(ctx: Pick<Ctx, 'db'>, input: { productId: number }): Promise<ProductDetail> {
  const [row] = await selectSummary(ctx.db, { id: input.productId });
  if (!row) throw productNotFound();
  return { ...withValues(row), levels: await selectWarehouseLevels(ctx.db, { productId: input.productId }) };
}
