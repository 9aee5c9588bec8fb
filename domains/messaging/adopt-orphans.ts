import { eventTypes } from '@octo/contracts/integrations.ts';
import type { Ctx } from '../context.ts';
import { insertDeliveryIfAbsent, selectOrphans } from './queries.ts';

/**
 * Gives messages of a producer their delivery, where a release that made none has written them: all, or those of the last
 * milliseconds. Returns how many.
 */
export async function adoptOrphans(
  ctx: Ctx,
  input: { producer: string; withinMs?: number | undefined },
): Promise<number> {
  const now = ctx.clock.now();
  const since = new Date(input.withinMs === undefined ? 0 : now.getTime() - input.withinMs);
  let adopted = 0;
  for (const [eventType, { producer, consumer }] of Object.entries(eventTypes)) {
    if (producer === input.producer) adopted += await adoptOfType(ctx, { producer, eventType, consumer, since });
  }
  return adopted;
}

interface OfType {
  producer: string;
  eventType: string;
  consumer: string;
  since: Date;
}

async function adoptOfType(ctx: Ctx, { consumer, ...which }: OfType): Promise<number> {
  let adopted = 0;
  for (;;) {
    const orphans = await selectOrphans(ctx.db, which);
    if (orphans.length === 0) return adopted;
    for (const { id: eventId } of orphans) {
      if (await insertDeliveryIfAbsent(ctx.db, { eventId, consumer, nextAttemptAt: ctx.clock.now() })) adopted += 1;
    }
  }
}
