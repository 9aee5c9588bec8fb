import type { Ctx } from '../context.ts';
import type { Order } from '../orders/index.ts';
import type { Decision } from './acceptance.ts';
import { updateAcceptance } from './queries.ts';
import { recordAcceptance } from './record-acceptance.ts';

/** Decides anew on an order that the caller has locked: its acceptance stays one, and says what holds now. */
export async function changeDecision(
  ctx: Ctx,
  order: Order,
  input: { decision: Decision; reason: string | null },
): Promise<void> {
  if (await recordAcceptance(ctx, order, input)) return;
  const { decision, reason } = input;
  const change = { decision, reason, decidedBy: ctx.actor.id, updatedAt: ctx.clock.now() };
  await updateAcceptance(ctx.db, { orderId: order.id, ...change });
}
