import type { Ctx } from '../context.ts';
import { type Cart, lineNotFound, notEnough } from './cart.ts';
import { getCart } from './get-cart.ts';
import { setLineQuantity } from './queries.ts';

export interface ChangeCartItemInput {
  sessionId: string;
  shopId: number;
  lineId: number;
  quantity: number;
}

/** Sets the quantity of a line of this session. Throws NotFound for any other line, Conflict beyond the stock. */
export async function changeCartItem(ctx: Ctx, input: ChangeCartItemInput): Promise<Cart> {
  const { sessionId, lineId, quantity } = input;
  const cart = await getCart(ctx, input);
  const line = cart.lines.find((candidate) => candidate.id === lineId);
  if (!line) throw lineNotFound();
  if (quantity > line.stock && quantity > line.quantity) {
    throw notEnough(line.stock);
  }
  await setLineQuantity(ctx.db, { id: lineId, sessionId, quantity, updatedAt: ctx.clock.now() });
  return await getCart(ctx, input);
}
