import type { Ctx } from '../context.ts';
import type { OrderStatus } from './order-states.ts';
import { insertEvent } from './queries.ts';

export interface OrderEventInput {
  orderId: number;
  eventType: string;
  from: OrderStatus | null;
  to: OrderStatus;
  /** For people, in their words. */
  details?: string | undefined;
}

/** Appends to the story of an order: what happened, who did it, in which trace. */
export async function recordOrderEvent(ctx: Ctx, input: OrderEventInput): Promise<void> {
  const { orderId, eventType, from, to } = input;
  await insertEvent(ctx.db, {
    id: ctx.ids.event(),
    orderId,
    eventType,
    fromStatus: from,
    toStatus: to,
    actor: ctx.actor.id,
    details: input.details ?? null,
    traceId: ctx.traceId,
    createdAt: ctx.clock.now(),
  });
}
