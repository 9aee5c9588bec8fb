import { centsFromDecimal } from '@octo/platform/money/cents.ts';
import type { ProductValues } from './product-values.ts';

/** A product as a row of the list that staff work with, whatever shop it is assigned to, on sale or not. */
export interface ProductSummary extends ProductValues {
  id: number;
  shopName: string | null;
  /** Units in all warehouses. */
  stock: number;
  /** Moves with every edit, not with a sale. */
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** What one warehouse holds of a product. */
export interface WarehouseLevel {
  warehouseId: number;
  warehouseName: string;
  quantity: number;
}

export interface ProductDetail extends ProductSummary {
  levels: WarehouseLevel[];
}

/** A row with its price in cents and its description as text, and whatever else it holds. */
export function withValues<Row extends { price: string; description: string | null }>(row: Row) {
  const { price, description, ...rest } = row;
  return { ...rest, priceCents: centsFromDecimal(price), description: description ?? '' };
}
