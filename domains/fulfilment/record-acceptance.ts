import type { Ctx } from '../context.ts';
import type { Order } from '../orders/index.ts';
import { anomaliesText, type Decision } from './acceptance.ts';
import { findAnomalies } from './anomaly-rules.ts';
import { insertAcceptance } from './queries.ts';

export interface AcceptanceInput {
  decision: Decision;
  reason: string | null;
  /** The message that brought the order; none when a person decided before it came. */
  eventId?: string;
}

/** Writes the one acceptance of an order, with what is unusual about it. False when it was decided on before. */
export async function recordAcceptance(ctx: Ctx, order: Order, input: AcceptanceInput): Promise<boolean> {
  const now = ctx.clock.now();
  return await insertAcceptance(ctx.db, {
    orderId: order.id,
    decision: input.decision,
    reason: input.reason,
    anomalies: anomaliesText(findAnomalies(order)),
    eventId: input.eventId ?? null,
    decidedBy: ctx.actor.id,
    traceId: ctx.traceId,
    createdAt: now,
    updatedAt: now,
  });
}
