import type { Ctx } from '../context.ts';
import { issueInvoice } from '../invoices/index.ts';
import { moveOrder, type Order } from '../orders/index.ts';
import type { Ruling } from './acceptance.ts';
import { recordAcceptance } from './record-acceptance.ts';
import { startFulfilment } from './start-fulfilment.ts';

/** Takes a placed order that the caller has locked: its one acceptance, its invoice, and its fulfilment unless it is held. */
export async function takeOrder(ctx: Ctx, order: Order, ruling: Ruling & { eventId?: string }): Promise<Order> {
  const { decision, reason } = ruling;
  if (!(await recordAcceptance(ctx, order, ruling))) return order;
  const moved = await moveOrder(ctx, order, { to: decision, details: reason ?? undefined });
  await issueInvoice(ctx, order);
  if (decision === 'accepted') await startFulfilment(ctx, { orderId: order.id });
  return moved;
}
