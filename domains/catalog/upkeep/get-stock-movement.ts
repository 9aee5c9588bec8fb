import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../../context.ts';
import type { StockMovement } from './list-stock-movements.ts';
import { selectMovement } from './queries.ts';

/** One line of the stock ledger. Throws NotFound. */
export async function getStockMovement(ctx: Pick<Ctx, 'db'>, input: { id: string }): Promise<StockMovement> {
  const [movement] = await selectMovement(ctx.db, input);
  if (!movement) throw new AppError('NotFound', 'catalog.movement_not_found', 'There is no such stock movement.');
  return movement;
}
