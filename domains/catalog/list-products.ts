import { decodeCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { Ctx } from '../context.ts';
import { type Product, toProduct } from './product.ts';
import { type ProductOrder, positionOf, productOrders } from './product-order.ts';
import { selectProducts } from './queries.ts';
import { searchWords } from './search-words.ts';

export interface ListProductsInput {
  shopId: number;
  search?: string | undefined;
  category?: string | undefined;
  order?: ProductOrder | undefined;
  after?: string | undefined;
  offset?: number | undefined;
  limit?: number | undefined;
}

/** A page of the products a storefront sells; `next` is there when more follow. */
export async function listProducts(
  ctx: Ctx,
  input: ListProductsInput,
): Promise<{ products: Product[]; next?: string }> {
  const { order = 'name', limit = 24, offset = 0 } = input;
  const after = input.after === undefined ? undefined : decodeCursor(order, input.after, productOrders[order].kind);
  const filter = { shopId: input.shopId, words: searchWords(input.search), category: input.category };
  const rows = await selectProducts(ctx.db, { filter, order, after, offset, limit: limit + 1 });
  const products = rows.slice(0, limit).map(toProduct);
  const last = products.at(-1);
  return rows.length > limit && last ? { products, next: encodeCursor(order, positionOf(last, order)) } : { products };
}
