import type { OperatorStatus } from '@octo/contracts/crm/order.ts';
import { transact } from '@octo/platform/database/transact.ts';
import type { Ctx } from '../context.ts';
import { lockOrderForUpdate, nextStatuses, type Order, stepRefused } from '../orders/index.ts';
import { acceptOrder } from './accept-order.ts';
import { cancelOrder } from './cancel-order.ts';
import type { FulfilmentStep } from './fulfilment-states.ts';
import { holdOrder } from './hold-order.ts';
import { moveFulfilment } from './move-fulfilment.ts';
import { selectFulfilment } from './queries.ts';

/** What stands where a program held or cancelled without a word. */
const noReason = 'no reason given';

export interface ChangeOrderStatusInput {
  orderId: number;
  to: OperatorStatus;
  /** Why; the pages ask for one before they hold or cancel. */
  reason?: string | undefined;
  /** The version that the operator saw. */
  version?: number | undefined;
}

/**
 * Moves an order by the hand of an operator, with all that hangs on it. Throws NotFound; Conflict for a step that does not
 * exist and for a stale version.
 */
export async function changeOrderStatus(ctx: Ctx, input: ChangeOrderStatusInput): Promise<Order> {
  const { orderId, to, version } = input;
  const reason = input.reason?.trim() || undefined;
  return await transact(ctx, async (ctx) => {
    const order = await lockOrderForUpdate(ctx, { orderId, version });
    if (!nextStatuses(order).includes(to)) throw stepRefused('The order', order.status, to, nextStatuses(order));
    if (to === 'accepted') return await acceptOrder(ctx, order, reason);
    if (to === 'on_hold') return await holdOrder(ctx, order, reason ?? noReason);
    if (to === 'cancelled') return await cancelOrder(ctx, order, reason ?? noReason);
    return await workOn(ctx, order, to === 'fulfilling' ? 'picking' : to, reason);
  });
}

async function workOn(ctx: Ctx, order: Order, to: FulfilmentStep, reason: string | undefined): Promise<Order> {
  const [fulfilment] = await selectFulfilment(ctx.db, { orderId: order.id });
  return await moveFulfilment(ctx, order, { from: fulfilment?.status ?? 'queued', to, reason });
}
