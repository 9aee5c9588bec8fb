import type { Event } from '@octo/contracts/integrations.ts';
import type { Ctx } from '../context.ts';
import { claim, reviveRequested, selectClaimed, selectDue } from './queries.ts';

const leaseMs = 30_000;

/** A message that its claimer alone may deliver until the lease ends. */
export interface ClaimedDelivery {
  eventId: string;
  consumer: string;
  /** This claim: whoever comes after the lease ended has another one. */
  leaseOwner: string;
  attempts: number;
  failures: number;
  /** When an operator last wanted it tried again. */
  retryRequestedAt: Date | null;
  eventType: string;
  traceparent: string | null;
  /** What its receiver is sent. */
  event: Event;
}

/**
 * Takes up to so many messages for a consumer that are due, twenty at the most, among them dead letters that are to be tried
 * again. Where another claim was quicker there may be fewer, though more are due.
 */
export async function claimDeliveries(
  ctx: Ctx,
  input: { consumer: string; limit: number },
): Promise<ClaimedDelivery[]> {
  const { consumer, limit } = input;
  const now = ctx.clock.now();
  await reviveRequested(ctx.db, { consumer, nextAttemptAt: now });
  const due = await selectDue(ctx.db, { consumer, now });
  if (due.length === 0) return [];
  const owner = ctx.ids.event();
  const until = new Date(now.getTime() + leaseMs);
  const eventIds = due.slice(0, limit).map(({ eventId }) => eventId);
  // By their ids, and not by a subquery: then the way to them does not hang on what the database has counted so far.
  if ((await claim(ctx.db, { consumer, eventIds, owner, now, until })) === 0) return [];
  const rows = await selectClaimed(ctx.db, { owner });
  return rows.map(({ payload, createdAt, ...row }) => ({
    ...row,
    leaseOwner: owner,
    event: { id: row.eventId, type: row.eventType, created_at: createdAt.toISOString(), payload: readPayload(payload) },
  }));
}

/** What is no JSON goes out as it is, to be refused by its receiver: it must not keep others from going. */
function readPayload(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
