import type { Ctx } from '../context.ts';
import { tampered } from './content-changed.ts';
import { contentHashOf } from './content-hash.ts';
import { selectReceipt } from './queries.ts';
import { reportTampering } from './report-tampering.ts';

export interface WasReceivedInput {
  consumer: string;
  event: { id: string; type: string; payload: unknown };
}

/**
 * Whether a message was taken in before: to ask before anything is done about it outside of receiveMessage. Throws Conflict,
 * with a security event, when its id is known with other content.
 */
export async function wasReceived(ctx: Ctx, input: WasReceivedInput): Promise<boolean> {
  const { consumer, event } = input;
  const [first] = await selectReceipt(ctx.db, { eventId: event.id, consumer });
  if (!first) return false;
  if (first.payloadHash === contentHashOf(event)) return true;
  await reportTampering(ctx, input);
  throw tampered();
}
