import type { XrayTraceStory } from '@octo/contracts/crm/xray.ts';
import type { Ctx } from '@octo/domains/context';
import { listTraceTrail } from '@octo/domains/security';
import type { Heard, Observatory, TraceBody } from '../../observatory.ts';
import { toWireAuditEntry } from '../../wire/audit.ts';
import { toInstant, toInstantOrNull } from '../../wire/instant.ts';
import { browserOf } from './browser.ts';
import { logsOf, mostLogs } from './logs.ts';
import { sessionsOf, statementsOf } from './statements.ts';
import { waitMinutes, waitsOf } from './waits.ts';
import { drawWaterfall } from './waterfall.ts';

/** Spans that are looked at. */
const mostSpans = 1000;

/** All that is known of one trace. An observatory that does not answer leaves its parts out, and says so. */
export async function readStory(ctx: Ctx, observatory: Observatory, traceId: string): Promise<XrayTraceStory> {
  const [trace, logs, activity, trail] = await Promise.all([
    observatory.trace(traceId, mostSpans),
    observatory.logs(traceId, mostLogs),
    observatory.activity(waitMinutes),
    trailOf(ctx, traceId),
  ]);
  const spans = trace.state === 'found' ? trace.body.spans : [];
  const [drawn, browser] = await Promise.all([
    spansOf(observatory, trace),
    browserOf(observatory, trace.state, spans, traceId),
  ]);
  return {
    trace_id: traceId,
    spans: drawn,
    statements: statementsOf(spans),
    sessions: sessionsOf(spans),
    waits: waitsOf(activity, traceId),
    browser,
    logs: logsOf(logs),
    trail,
  };
}

async function spansOf(observatory: Observatory, trace: Heard<TraceBody>): Promise<XrayTraceStory['spans']> {
  if (trace.state !== 'found') {
    const keptSince = trace.state === 'none' ? await observatory.keptSince() : null;
    const nothing = { total: 0, is_cut: false, services: [], duration_ms: 0, errors: 0, rows: [] };
    return { state: trace.state, kept_since: toInstantOrNull(keptSince), ...nothing };
  }
  const { services, durationMs, errors, rows } = drawWaterfall(trace.body.spans);
  const { spanCount: total, spans } = trace.body;
  return {
    state: 'found',
    kept_since: null,
    total,
    is_cut: total > spans.length,
    services,
    duration_ms: durationMs,
    errors,
    rows,
  };
}

/** Who may not read the audit is not told what it says. */
async function trailOf(ctx: Ctx, traceId: string): Promise<XrayTraceStory['trail']> {
  if (!ctx.actor.permissions.has('audit.read')) return null;
  const { audit, events } = await listTraceTrail(ctx, { traceId });
  return {
    audit: audit.map(toWireAuditEntry),
    security_events: events.map(({ id, attackType, severity, endpoint, details, createdAt }) => ({
      id,
      attack_type: attackType,
      severity,
      endpoint,
      details,
      created_at: toInstant(createdAt),
    })),
  };
}
