import { maxLineQuantity } from '@octo/contracts/cart.ts';
import { transact } from '@octo/platform/database/transact.ts';
import type { Ctx } from '../context.ts';
import { addToLine, fillLine, insertLine, lockCartLines } from './queries.ts';

export interface ReturnToCartInput {
  sessionId: string;
  lines: readonly { productId: number; quantity: number }[];
}

/** Puts the lines of an order that failed back into the cart they came from, beside what was added since, up to what a line holds. */
export async function returnToCart(ctx: Ctx, input: ReturnToCartInput): Promise<void> {
  const { sessionId } = input;
  await transact(ctx, async (ctx) => {
    const now = ctx.clock.now();
    await lockCartLines(ctx.db, { sessionId });
    for (const { productId, quantity } of input.lines) {
      while (!(await putBack(ctx, sessionId, productId, quantity, now)));
    }
  });
}

/** False when the line that stood in the way was taken in the same moment: then there is room for a new one. */
async function putBack(ctx: Ctx, sessionId: string, productId: number, quantity: number, now: Date): Promise<boolean> {
  const id = await ctx.ids.next();
  if (await insertLine(ctx.db, { id, sessionId, productId, quantity, createdAt: now, updatedAt: now })) return true;
  const line = { sessionId, productId, updatedAt: now };
  if ((await addToLine(ctx.db, { ...line, quantity, most: maxLineQuantity })) === 1) return true;
  return (await fillLine(ctx.db, { ...line, quantity: maxLineQuantity })) === 1;
}
