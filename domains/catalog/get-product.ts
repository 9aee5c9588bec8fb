import { faultyField } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { type Product, toProduct } from './product.ts';
import { selectProduct } from './queries.ts';

/** A product that the storefront sells. Throws NotFound for one that it never sold, or sells no more. */
export async function getProduct(ctx: Ctx, input: { shopId: number; productId: number }): Promise<Product> {
  const [row] = await selectProduct(ctx.db, { id: input.productId });
  if (!row || row.shopId !== input.shopId) {
    throw faultyField('NotFound', 'catalog.product_not_found', 'product_id', 'This product does not exist.');
  }
  if (!row.isActive)
    throw faultyField('NotFound', 'catalog.product_inactive', 'product_id', 'This product is no longer sold.');
  const { shopId: _shopId, isActive: _isActive, ...product } = row;
  return toProduct(product);
}
