import { backOffMs } from '@octo/platform/outbox/back-off.ts';
import type { Ctx } from '../context.ts';
import type { ClaimedDelivery } from './claim-deliveries.ts';
import { type DeliveryFate, type DeliveryOutcome, fateOf } from './delivery-fate.ts';
import { markDelivered, markFailed } from './queries.ts';

export interface SettleDeliveryInput {
  delivery: Omit<ClaimedDelivery, 'eventType' | 'traceparent' | 'event'>;
  outcome: DeliveryOutcome;
}

const pacedCapMs = 2000;

/** Notes how a claimed delivery went, and returns what became of it. Once its lease has passed to another claim, nothing is noted. */
export async function settleDelivery(ctx: Ctx, input: SettleDeliveryInput): Promise<DeliveryFate> {
  const { delivery } = input;
  const { eventId, consumer, leaseOwner: owner } = delivery;
  const fate = fateOf(input.outcome, delivery.failures);
  const now = ctx.clock.now();
  if (fate.state === 'delivered') {
    await markDelivered(ctx.db, { eventId, consumer, owner, deliveredAt: now });
    return fate;
  }
  const isDead = fate.state === 'dead';
  const waitMs = isDead ? 0 : backOffOf(fate, delivery);
  await markFailed(ctx.db, {
    eventId,
    consumer,
    owner,
    lastError: fate.error,
    failures: delivery.failures + (isDead || fate.isCounted ? 1 : 0),
    nextAttemptAt: isDead ? null : new Date(now.getTime() + waitMs),
    deadAt: isDead ? deathOf(delivery, now) : null,
  });
  return fate;
}

/** Not before it was to be tried again: the operator may have a clock that goes before ours. */
function deathOf({ retryRequestedAt }: { retryRequestedAt: Date | null }, now: Date): Date {
  return retryRequestedAt && retryRequestedAt > now ? retryRequestedAt : now;
}

function backOffOf(
  fate: Extract<DeliveryFate, { state: 'waiting' }>,
  { attempts, failures }: { attempts: number; failures: number },
): number {
  if (fate.isCounted) return backOffMs(failures + 1);
  return fate.isPaced ? backOffMs(attempts, { capMs: pacedCapMs }) : backOffMs(attempts);
}
