import type { Ctx } from '../../context.ts';
import type { StockMovement } from './list-stock-movements.ts';
import { selectOrderMovements } from './queries.ts';

/** What an order took from stock and gave back, oldest first; at most a hundred. */
export async function listOrderMovements(
  ctx: Pick<Ctx, 'db'>,
  input: { orderId: number },
): Promise<readonly StockMovement[]> {
  return await selectOrderMovements(ctx.db, input);
}
