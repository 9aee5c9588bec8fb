import type { SecurityEventsSeverity } from '@octo/database/tables.ts';
import type { Ctx } from '../context.ts';
import { type AuditEntry, toEntry } from './audit-entry.ts';
import { selectTraceAudit, selectTraceEvents } from './queries.ts';

/** Something that somebody tried, as it was noted. */
export interface SecurityEvent {
  id: string;
  attackType: string;
  severity: SecurityEventsSeverity;
  endpoint: string | null;
  details: string | null;
  createdAt: Date;
}

export interface TraceTrail {
  audit: AuditEntry[];
  events: SecurityEvent[];
}

/** What was written down in one trace, oldest first: writes, and attempts at what is not allowed; the first fifty of each. */
export async function listTraceTrail(ctx: Pick<Ctx, 'db'>, input: { traceId: string }): Promise<TraceTrail> {
  const [audit, events] = await Promise.all([selectTraceAudit(ctx.db, input), selectTraceEvents(ctx.db, input)]);
  return { audit: audit.map(toEntry), events };
}
