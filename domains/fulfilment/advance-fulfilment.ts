import { transact } from '@octo/platform/database/transact.ts';
import type { Ctx } from '../context.ts';
import { lockOrderForUpdate, nextStatuses, type Order, stepRefused } from '../orders/index.ts';
import { toFulfilment } from './fulfilment.ts';
import { type FulfilmentStep, nextFulfilmentSteps } from './fulfilment-states.ts';
import { moveFulfilment } from './move-fulfilment.ts';
import { selectFulfilment } from './queries.ts';

/** Moves the fulfilment of an order one step on; the order follows. Throws NotFound, and Conflict where there is no such step. */
export async function advanceFulfilment(ctx: Ctx, input: { orderId: number; to: FulfilmentStep }): Promise<Order> {
  const { orderId, to } = input;
  return await transact(ctx, async (ctx) => {
    const order = await lockOrderForUpdate(ctx, { orderId });
    const [row] = await selectFulfilment(ctx.db, { orderId });
    const fulfilment = row && toFulfilment(row);
    if (!fulfilment || fulfilment.isResting) throw stepRefused('The order', order.status, to, nextStatuses(order));
    const steps = nextFulfilmentSteps(fulfilment);
    if (!steps.includes(to)) throw stepRefused('The fulfilment', fulfilment.status, to, steps);
    return await moveFulfilment(ctx, order, { from: fulfilment.status, to });
  });
}
