import type { XraySession, XrayStatement } from '@octo/contracts/crm/xray.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import type { Span } from '../../observatory.ts';

const mostStatements = 50;
const mostSessions = 20;
const longestText = 2000;

/** What the trace asked of the database, each text once for each service; the costliest first. */
export function statementsOf(spans: readonly Span[]): XrayStatement[] {
  const groups = Map.groupBy(spans.filter(isStatement), (span) => `${span.service}\n${textOf(span)}`);
  return [...groups.values()]
    .map(toStatement)
    .toSorted((a, b) => b.total_ms - a.total_ms)
    .slice(0, mostStatements);
}

function toStatement(spans: readonly Span[]): XrayStatement {
  const [first] = spans;
  const sqlId = first?.attributes[attributeNames.sqlId];
  return {
    sql_id: typeof sqlId === 'string' ? sqlId : null,
    text: first ? textOf(first).slice(0, longestText) : '',
    service: first?.service ?? '',
    calls: spans.length,
    rows: sumOf(spans, (span) => numberOf(span, attributeNames.rows) ?? 0),
    total_ms: sumOf(spans, ({ durationMs }) => durationMs),
    longest_ms: Math.max(...spans.map(({ durationMs }) => durationMs)),
    errors: spans.filter(({ status }) => status === 'error').length,
  };
}

/** The database sessions that did the work of the trace; the busiest first. */
export function sessionsOf(spans: readonly Span[]): XraySession[] {
  const worked = spans.filter(isOurs).filter(({ attributes }) => attributeNames.databaseSystem in attributes);
  const groups = Map.groupBy(worked, (span) => `${span.service} ${pidOf(span) ?? ''}`);
  return [...groups.values()]
    .map((of) => ({
      service: of[0]?.service ?? '',
      backend_pid: of[0] ? pidOf(of[0]) : null,
      statements: of.length,
      total_ms: sumOf(of, ({ durationMs }) => durationMs),
    }))
    .toSorted((a, b) => b.total_ms - a.total_ms)
    .slice(0, mostSessions);
}

function isStatement(span: Span): boolean {
  return isOurs(span) && textOf(span) !== '';
}

/** A browser may say anything; it has no session with our database. */
function isOurs({ isUntrusted }: Span): boolean {
  return !isUntrusted;
}

function textOf({ attributes }: Span): string {
  const text = attributes[attributeNames.statement];
  return typeof text === 'string' ? text : '';
}

function pidOf(span: Span): number | null {
  return numberOf(span, attributeNames.backendPid) ?? null;
}

function numberOf({ attributes }: Span, name: string): number | undefined {
  const value = Number(attributes[name] ?? Number.NaN);
  return Number.isInteger(value) ? value : undefined;
}

function sumOf(spans: readonly Span[], pick: (span: Span) => number): number {
  return Math.round(spans.reduce((sum, span) => sum + pick(span), 0) * 1000) / 1000;
}
