import { warehouseSeeds } from './data/places.ts';
import { productSeeds } from './data/products.ts';
import type { Random } from './random.ts';

export interface WarehouseQuantity {
  warehouseId: number;
  quantity: number;
}

/** Where the catalogue's units lie today. */
export interface StockSplit {
  warehousesOf(productId: number): readonly WarehouseQuantity[];
  quantityOf(productId: number, warehouseId: number): number;
}

export function splitStock(random: Random): StockSplit {
  const byProduct = new Map(productSeeds.map(({ stock }, index) => [index + 1, splitOne(stock, random)]));
  const warehousesOf = (productId: number) => byProduct.get(productId) ?? [];
  return {
    warehousesOf,
    quantityOf: (productId, warehouseId) =>
      warehousesOf(productId).find((part) => part.warehouseId === warehouseId)?.quantity ?? 0,
  };
}

/** Two warehouses for what is rare, three for the rest; the parts sum to the whole. */
function splitOne(stock: number, random: Random): WarehouseQuantity[] {
  const first = random.whole(0, warehouseSeeds.length - 1);
  const ids = Array.from({ length: stock < 30 ? 2 : 3 }, (_, index) => ((first + index) % warehouseSeeds.length) + 1);
  const shares = ids.map(() => random.between(0.6, 1.4));
  const sum = shares.reduce((total, share) => total + share, 0);
  const parts = ids.map((warehouseId, index) => ({
    warehouseId,
    quantity: Math.max(1, Math.floor((stock * (shares[index] ?? 0)) / sum)),
  }));
  const rest = stock - parts.reduce((total, part) => total + part.quantity, 0);
  return parts.map((part, index) => (index === 0 ? { ...part, quantity: part.quantity + rest } : part));
}
