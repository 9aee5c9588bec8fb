import { decodeCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { Ctx } from '../../context.ts';
import { type ProductSort, positionOf, productSorts } from './product-sorts.ts';
import { type ProductSummary, withValues } from './product-summary.ts';
import { selectSummaries } from './queries.ts';

export interface SearchProductsInput {
  /** Looked for in name, SKU and category. */
  search?: string | undefined;
  category?: string | undefined;
  shopId?: number | undefined;
  isActive?: boolean | undefined;
  /** Only products with fewer units than this. */
  stockBelow?: number | undefined;
  sort?: ProductSort | undefined;
  after?: string | undefined;
  offset?: number | undefined;
  limit?: number | undefined;
}

/** A page of the products of all shops, by name unless sorted otherwise; `next` is there when more follow. */
export async function searchProducts(
  ctx: Pick<Ctx, 'db'>,
  input: SearchProductsInput,
): Promise<{ products: ProductSummary[]; next?: string }> {
  const { sort = 'name', limit = 50, offset = 0, category, shopId, isActive, stockBelow } = input;
  const list = `products.${sort}`;
  const after = input.after === undefined ? undefined : decodeCursor(list, input.after, productSorts[sort].kind);
  const filter = { search: input.search?.trim() || undefined, category, shopId, isActive, stockBelow };
  const rows = await selectSummaries(ctx.db, { filter, sort, after, offset, limit: limit + 1 });
  const products = rows.slice(0, limit).map(withValues);
  const last = products.at(-1);
  return rows.length > limit && last ? { products, next: encodeCursor(list, positionOf(last, sort)) } : { products };
}
