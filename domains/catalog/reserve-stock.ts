import { transact } from '@octo/platform/database/transact.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { allocateStock, type StockNeed } from './allocate-stock.ts';
import { moveStock } from './move-stock.ts';
import { lockStockLevels } from './queries.ts';

export interface ReserveStockInput {
  orderId: number;
  needs: (StockNeed & { name: string })[];
}

/** Takes what an order needs out of the warehouses, all or nothing. Throws Conflict, naming the products that are short. */
export async function reserveStock(ctx: Ctx, input: ReserveStockInput): Promise<void> {
  await transact(ctx, async (ctx) => {
    const levels = await lockStockLevels(ctx.db, { productIds: input.needs.map((need) => need.productId) });
    const { draws, short } = allocateStock(input.needs, levels);
    if (short.length > 0) throw outOfStock(input.needs.filter((need) => short.includes(need.productId)));
    const moves = draws.map((draw) => ({
      productId: draw.productId,
      warehouseId: draw.warehouseId,
      delta: -draw.quantity,
    }));
    await moveStock(ctx, { orderId: input.orderId, reason: 'order reserved', moves });
  });
}

function outOfStock(short: ReserveStockInput['needs']): AppError {
  const names = short.map((need) => need.name).join(', ');
  return new AppError(
    'Conflict',
    'catalog.out_of_stock',
    `Not enough left in stock: ${names}. Your cart is unchanged.`,
    {
      fields: short.map((need) => ({ field: 'quantity', message: `not enough of ${need.name} left` })),
    },
  );
}
