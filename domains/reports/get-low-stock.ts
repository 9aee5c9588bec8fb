import type { Ctx } from '../context.ts';
import { selectLowStock } from './queries.ts';

const lowStockBelow = 25;

/** Active products with fewer units than `lowStockBelow`; the lowest of them are named. */
export interface LowStock {
  lowStock: number;
  lowStockBelow: number;
  lowestStock: { id: number; name: string; sku: string; stock: number }[];
}

/** Reads the stock of every product: keep it for a while. */
export async function getLowStock(ctx: Pick<Ctx, 'db'>): Promise<LowStock> {
  const lowest = await selectLowStock(ctx.db, { below: lowStockBelow });
  return {
    lowStock: lowest[0]?.products ?? 0,
    lowStockBelow,
    lowestStock: lowest.map(({ id, name, sku, stock }) => ({ id, name, sku, stock: Number(stock) })),
  };
}
