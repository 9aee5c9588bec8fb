import { faultyField } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { selectProductBySku } from './queries.ts';

/** What a picture needs of a product, sold or not. Throws NotFound. */
export async function getProductBySku(
  ctx: Ctx,
  input: { shopId: number; sku: string },
): Promise<{ sku: string; name: string; category: string }> {
  const [row] = await selectProductBySku(ctx.db, input);
  if (!row) throw faultyField('NotFound', 'catalog.product_not_found', 'sku', 'This product does not exist.');
  return row;
}
