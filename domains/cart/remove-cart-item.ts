import type { Ctx } from '../context.ts';
import { lineNotFound } from './cart.ts';
import { deleteLine } from './queries.ts';

/** Removes a line of this session. Throws NotFound for any other line. */
export async function removeCartItem(ctx: Ctx, input: { sessionId: string; lineId: number }): Promise<void> {
  const removed = await deleteLine(ctx.db, { id: input.lineId, sessionId: input.sessionId });
  if (removed === 0) throw lineNotFound();
}
