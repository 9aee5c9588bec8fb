import { centsFromDecimal } from '@octo/platform/money/cents.ts';

/** A product as the shop sells it; `stock` is the sum of its levels in all warehouses. */
export interface Product {
  id: number;
  sku: string;
  name: string;
  description: string;
  category: string;
  priceCents: number;
  stock: number;
  imageUrl: string | null;
  createdAt: Date;
}

interface ProductRow extends Omit<Product, 'priceCents' | 'description'> {
  description: string | null;
  price: string;
}

export function toProduct({ price, description, ...row }: ProductRow): Product {
  return { ...row, description: description ?? '', priceCents: centsFromDecimal(price) };
}
