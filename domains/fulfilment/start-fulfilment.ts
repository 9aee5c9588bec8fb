import type { Ctx } from '../context.ts';
import { insertFulfilment } from './queries.ts';

/** Queues the work on an order, once. */
export async function startFulfilment(ctx: Ctx, input: { orderId: number }): Promise<void> {
  const now = ctx.clock.now();
  await insertFulfilment(ctx.db, {
    id: await ctx.ids.next(),
    orderId: input.orderId,
    workflowId: ctx.ids.event(),
    startedAt: now,
    createdAt: now,
    updatedAt: now,
  });
}
