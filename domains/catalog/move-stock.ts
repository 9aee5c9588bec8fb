import type { Ctx } from '../context.ts';
import { applyMovements, insertMovements } from './queries.ts';

export interface StockMove {
  productId: number;
  warehouseId: number;
  delta: number;
}

/** Writes one batch of movements for an order into the ledger and moves the levels by it. Wants a transaction that holds the levels (lockStockLevels): moved in another order they would deadlock. */
export async function moveStock(
  ctx: Ctx,
  input: { orderId: number; reason: string; moves: StockMove[] },
): Promise<void> {
  const batchId = ctx.ids.event();
  const common = {
    batchId,
    orderId: input.orderId,
    reason: input.reason,
    actor: ctx.actor.id,
    traceId: ctx.traceId,
    createdAt: ctx.clock.now(),
  };
  await insertMovements(ctx.db, {
    movements: input.moves.map((move) => ({ id: ctx.ids.event(), ...move, ...common })),
  });
  const moved = await applyMovements(ctx.db, { batchId });
  if (moved !== input.moves.length)
    throw new Error(`stock of order ${input.orderId}: ${moved} levels moved, ${input.moves.length} expected`);
}
