export interface ProductSeed {
  sku: string;
  name: string;
  category: string;
  /** Decimal text of US dollars. */
  price: string;
  /** Units in all warehouses together. */
  stock: number;
  description: string;
}
