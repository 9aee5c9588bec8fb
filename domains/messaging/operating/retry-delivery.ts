import { transact } from '@octo/platform/database/transact.ts';
import type { Ctx } from '../../context.ts';
import { recordAudit } from '../../security/index.ts';
import type { Delivery, DeliveryKey } from './delivery.ts';
import { getDelivery } from './get-delivery.ts';
import { lockDeadLetter } from './lock-dead-letter.ts';
import { requestRetry } from './queries.ts';

/** Asks for a dead letter to be sent again, which its dispatcher does at its next look. Throws NotFound, Conflict. */
export async function retryDelivery(ctx: Ctx, input: DeliveryKey): Promise<Delivery> {
  return await transact(ctx, async (ctx) => {
    const { delivery, deadAt } = await lockDeadLetter(ctx, input);
    // After its death in any case: the dispatcher that noted it may have a clock that goes before ours.
    const at = new Date(Math.max(ctx.clock.now().getTime(), deadAt.getTime() + 1));
    await requestRetry(ctx.db, { ...input, at });
    const after = await getDelivery(ctx, input);
    await recordAudit(ctx, {
      action: 'sync.retry',
      resource: `deliveries/${input.eventId}/${input.consumer}`,
      before: { state: delivery.state, last_error: delivery.lastError },
      after: { state: after.state, last_error: after.lastError },
    });
    return after;
  });
}
