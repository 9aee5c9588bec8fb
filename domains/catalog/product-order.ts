import { decimalFromCents } from '@octo/platform/money/cents.ts';
import type { Product } from './product.ts';

export type ProductOrder = 'name' | 'price' | 'price_desc' | 'stock' | 'newest' | 'category' | 'created_at' | 'id';
export type SortColumn = 'name' | 'price' | 'stock' | 'category' | 'createdAt' | 'id';

/** The column and direction of each order; the id decides between equals, in the same direction. */
export const productOrders: Record<ProductOrder, { column: SortColumn; direction: 'asc' | 'desc' }> = {
  name: { column: 'name', direction: 'asc' },
  price: { column: 'price', direction: 'asc' },
  price_desc: { column: 'price', direction: 'desc' },
  stock: { column: 'stock', direction: 'desc' },
  newest: { column: 'createdAt', direction: 'desc' },
  category: { column: 'category', direction: 'asc' },
  created_at: { column: 'createdAt', direction: 'asc' },
  id: { column: 'id', direction: 'asc' },
};

/** Where a page ended: the sort value of its last product, and its id. */
export interface Position {
  value: string | number | Date;
  id: number;
}

export function positionOf(product: Product, order: ProductOrder): Position {
  const { column } = productOrders[order];
  return { value: column === 'price' ? decimalFromCents(product.priceCents) : product[column], id: product.id };
}
