import { transact } from '@octo/platform/database/transact.ts';
import type { Ctx } from '../context.ts';
import { moveStock } from './move-stock.ts';
import { lockStockLevels, selectHeldStock } from './queries.ts';

/** Puts back whatever an order still holds. A second call finds nothing left and does nothing. */
export async function releaseStock(ctx: Ctx, input: { orderId: number; reason: string }): Promise<void> {
  await transact(ctx, async (ctx) => {
    const held = await selectHeldStock(ctx.db, { orderId: input.orderId });
    if (held.length === 0) return;
    await lockStockLevels(ctx.db, { productIds: [...new Set(held.map((level) => level.productId))] });
    await moveStock(ctx, { ...input, moves: held.map((level) => ({ ...level, delta: -level.delta })) });
  });
}
