import { type EventType, eventTypes } from '@octo/contracts/integrations.ts';
import { transact } from '@octo/platform/database/transact.ts';
import type { Ctx } from '../context.ts';
import { insertDelivery, insertOutboxEntry } from './queries.ts';

export interface SendMessageInput {
  type: EventType;
  orderId: number;
  /** As the contract of the type says. */
  payload: object;
}

/** Leaves a message for another service in the transaction that makes it true; a dispatcher delivers it. */
export async function sendMessage(ctx: Ctx, input: SendMessageInput): Promise<void> {
  const { producer, consumer } = eventTypes[input.type];
  const { type: eventType, orderId } = input;
  const { traceparent } = ctx;
  const now = ctx.clock.now();
  const id = ctx.ids.event();
  const payload = JSON.stringify(input.payload);
  await transact(ctx, async (ctx) => {
    await insertOutboxEntry(ctx.db, { id, producer, eventType, orderId, payload, traceparent, createdAt: now });
    await insertDelivery(ctx.db, { eventId: id, consumer, nextAttemptAt: now });
  });
}
