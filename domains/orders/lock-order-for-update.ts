import { faultyField } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { getOrder } from './get-order.ts';
import type { Order } from './order.ts';
import { lockOrder } from './queries.ts';

export interface LockOrderInput {
  orderId: number;
  /** What the caller saw; an order that moved since is not theirs to change. */
  version?: number | undefined;
}

/** Holds an order for the rest of the transaction and reads it as it is then. Throws NotFound, and Conflict for a stale version. */
export async function lockOrderForUpdate(ctx: Ctx, input: LockOrderInput): Promise<Order> {
  await lockOrder(ctx.db, { id: input.orderId });
  const order = await getOrder(ctx, input);
  if (input.version === undefined || input.version === order.version) return order;
  const message = 'This order has changed since you opened it. Look at it again before you change it.';
  throw faultyField('Conflict', 'orders.stale', 'version', message);
}
