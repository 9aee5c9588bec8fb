import type { Ctx } from '../context.ts';
import { type Cart, toCart } from './cart.ts';
import { selectCartLines } from './queries.ts';

/** The cart of a session with today's prices and stock; an unknown session has an empty one. */
export async function getCart(ctx: Ctx, input: { sessionId: string; shopId: number }): Promise<Cart> {
  return toCart(await selectCartLines(ctx.db, { sessionId: input.sessionId }), input.shopId);
}
