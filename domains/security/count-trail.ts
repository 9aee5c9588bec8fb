import type { Ctx } from '../context.ts';
import { countAudit, countEvents } from './queries.ts';

const dayMs = 24 * 60 * 60 * 1000;

export interface TrailCounts {
  audit: number;
  auditLastDay: number;
  events: number;
  eventsLastDay: number;
}

/** How much was written down. Counts every row: keep it for a while. */
export async function countTrail(ctx: Pick<Ctx, 'db' | 'clock'>): Promise<TrailCounts> {
  const since = new Date(ctx.clock.now().getTime() - dayMs);
  // One after the other: counting must not take the sessions of those who work.
  const [audit] = await countAudit(ctx.db, { since: undefined });
  const [auditLastDay] = await countAudit(ctx.db, { since });
  const [events] = await countEvents(ctx.db, { since: undefined });
  const [eventsLastDay] = await countEvents(ctx.db, { since });
  return {
    audit: audit?.entries ?? 0,
    auditLastDay: auditLastDay?.entries ?? 0,
    events: events?.events ?? 0,
    eventsLastDay: eventsLastDay?.events ?? 0,
  };
}
