import type { Ctx } from '../context.ts';
import { applyMovements, insertMovements } from './queries.ts';

export interface StockMove {
  productId: number;
  warehouseId: number;
  delta: number;
}

export interface MoveStockInput {
  /** The order they are moved for, if any. */
  orderId?: number | undefined;
  reason: string;
  moves: StockMove[];
}

/** Writes one batch of movements into the ledger and moves the levels by it. Wants a transaction that holds the levels (lockStockLevels): moved in another order they would deadlock. */
export async function moveStock(ctx: Ctx, input: MoveStockInput): Promise<void> {
  const batchId = ctx.ids.event();
  const common = {
    batchId,
    orderId: input.orderId ?? null,
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
    throw new Error(`stock batch ${batchId}: ${moved} levels moved, ${input.moves.length} expected`);
}
