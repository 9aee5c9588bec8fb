import { transact } from '@octo/platform/database/transact.ts';
import type { Ctx } from '../../context.ts';
import { recordAudit } from '../../security/index.ts';
import type { Delivery, DeliveryKey } from './delivery.ts';
import { getDelivery } from './get-delivery.ts';
import { lockDeadLetter } from './lock-dead-letter.ts';
import { discard } from './queries.ts';

/** Lays a dead letter aside for good: nobody sends it any more. Throws NotFound, Conflict. */
export async function discardDelivery(ctx: Ctx, input: DeliveryKey): Promise<Delivery> {
  return await transact(ctx, async (ctx) => {
    const { delivery } = await lockDeadLetter(ctx, input);
    await discard(ctx.db, { ...input, at: ctx.clock.now() });
    const after = await getDelivery(ctx, input);
    await recordAudit(ctx, {
      action: 'sync.discard',
      resource: `deliveries/${input.eventId}/${input.consumer}`,
      before: { state: delivery.state, last_error: delivery.lastError },
      after: { state: after.state, last_error: after.lastError },
    });
    return after;
  });
}
