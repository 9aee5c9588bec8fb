import type { OrderPlaced } from '@octo/contracts/order-events.ts';
import { transact } from '@octo/platform/database/transact.ts';
import type { Ctx } from '../context.ts';
import { lockOrderForUpdate, type Order, type OrderStatus } from '../orders/index.ts';
import { type Decision, ruleOn } from './acceptance.ts';
import { recordAcceptance } from './record-acceptance.ts';
import { requireAgreement } from './require-agreement.ts';
import { takeOrder } from './take-order.ts';

export interface AcceptPlacedOrderInput {
  orderId: number;
  eventId: string;
  payload: OrderPlaced;
}

/**
 * Takes an order that the shop says was placed, in the transaction that takes the message in. An order that somebody decided
 * on before is left as it is. Throws NotFound, and Conflict when the message contradicts the order.
 */
export async function acceptPlacedOrder(ctx: Ctx, input: AcceptPlacedOrderInput): Promise<Order> {
  const { orderId, eventId, payload } = input;
  return await transact(ctx, async (ctx) => {
    const order = await lockOrderForUpdate(ctx, { orderId });
    requireAgreement(order, payload);
    if (order.status === 'placed') return await takeOrder(ctx, order, { ...ruleOn(order), eventId });
    const reason = `was ${order.status.replaceAll('_', ' ')} before the message came`;
    await recordAcceptance(ctx, order, { decision: decisionFor(order.status), reason, eventId });
    return order;
  });
}

/** What must have been decided on an order that has moved on. */
function decisionFor(status: OrderStatus): Decision {
  if (status === 'cancelled') return 'rejected';
  return status === 'on_hold' ? 'on_hold' : 'accepted';
}
