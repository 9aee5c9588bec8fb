import { decimalFromCents } from '@octo/platform/money/cents.ts';
import type { Position, Sort } from '@octo/platform/paging/keyset.ts';
import type { ProductSummary } from './product-summary.ts';

export type ProductSort = 'name' | 'price' | 'price_desc' | 'stock' | 'stock_desc' | 'newest';

export const productSorts: Readonly<Record<ProductSort, Sort<'name' | 'price' | 'stock' | 'createdAt'>>> = {
  name: { column: 'name', kind: 'text', direction: 'asc' },
  price: { column: 'price', kind: 'amount', direction: 'asc' },
  price_desc: { column: 'price', kind: 'amount', direction: 'desc' },
  stock: { column: 'stock', kind: 'whole', direction: 'asc' },
  stock_desc: { column: 'stock', kind: 'whole', direction: 'desc' },
  newest: { column: 'createdAt', kind: 'instant', direction: 'desc' },
};

export function positionOf(product: ProductSummary, sort: ProductSort): Position {
  const { column } = productSorts[sort];
  return { value: column === 'price' ? decimalFromCents(product.priceCents) : product[column], id: product.id };
}
