import { transact } from '@octo/platform/database/transact.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { contentChanged, tampered } from './content-changed.ts';
import { contentHashOf } from './content-hash.ts';
import { insertReceipt, selectReceipt } from './queries.ts';
import { reportTampering } from './report-tampering.ts';

export interface ReceiveMessageInput<Payload> {
  consumer: string;
  event: { id: string; type: string; payload: Payload };
}

/**
 * Takes in a message once: its id and what `apply` does are one transaction. A repeat does nothing; one that comes while the
 * first is under way waits for it. Throws what `apply` throws, and Conflict, with a security event, when a known id comes
 * with other content. Not to be called inside a transaction, which would take the security event with it.
 */
export async function receiveMessage<C extends Ctx, Payload>(
  ctx: C,
  input: ReceiveMessageInput<Payload>,
  apply: (ctx: C, payload: Payload) => Promise<unknown>,
): Promise<'applied' | 'duplicate'> {
  const { consumer, event } = input;
  const payloadHash = contentHashOf(event);
  try {
    return await transact(ctx, async (ctx: C) => {
      const receipt = { eventId: event.id, consumer, eventType: event.type, payloadHash };
      if (await insertReceipt(ctx.db, { ...receipt, receivedAt: ctx.clock.now() })) {
        await apply(ctx, event.payload);
        return 'applied';
      }
      const [first] = await selectReceipt(ctx.db, { eventId: event.id, consumer });
      if (first?.payloadHash !== payloadHash) throw tampered();
      return 'duplicate';
    });
  } catch (error) {
    if (error instanceof AppError && error.code === contentChanged) await reportTampering(ctx, input);
    throw error;
  }
}
