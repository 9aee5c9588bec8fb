import { decimalFromCents } from '@octo/platform/money/cents.ts';
import type { Position, Sort } from '@octo/platform/paging/keyset.ts';
import type { Product } from './product.ts';

export type ProductOrder = 'name' | 'price' | 'price_desc' | 'stock' | 'newest' | 'category' | 'created_at' | 'id';
type SortColumn = 'name' | 'price' | 'stock' | 'category' | 'createdAt' | 'id';

/** The column and direction of each order; the id decides between equals, in the same direction. */
export const productOrders: Readonly<Record<ProductOrder, Sort<SortColumn>>> = {
  name: { column: 'name', kind: 'text', direction: 'asc' },
  price: { column: 'price', kind: 'amount', direction: 'asc' },
  price_desc: { column: 'price', kind: 'amount', direction: 'desc' },
  stock: { column: 'stock', kind: 'whole', direction: 'desc' },
  newest: { column: 'createdAt', kind: 'instant', direction: 'desc' },
  category: { column: 'category', kind: 'text', direction: 'asc' },
  created_at: { column: 'createdAt', kind: 'instant', direction: 'asc' },
  id: { column: 'id', kind: 'whole', direction: 'asc' },
};

export function positionOf(product: Product, order: ProductOrder): Position {
  const { column } = productOrders[order];
  return { value: column === 'price' ? decimalFromCents(product.priceCents) : product[column], id: product.id };
}
