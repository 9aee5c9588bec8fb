import type { DatabaseSync } from 'node:sqlite';
import type { StatementCaller, StatementRun, StatementRuns } from '@octo/contracts/insight-runs.ts';
import { percentile } from '../rates/duration-buckets.ts';
import type { Row } from '../rows.ts';
import { bucketsTogether } from '../topology/schema.ts';
import { callerMinutes } from './schema.ts';

/** What the spans of a statement tell of it, beside what the database does. */
export interface RunSummary {
  readonly p95Ms: number | null;
  /** Where most of its calls come from. */
  readonly calledBy: { service: string; route: string | null } | null;
}

/** The statements of the spans, by `octo.sql_id`. */
export interface StatementRunReader {
  /** By SQL_ID; none for one that no span told of in the window. */
  summaries(fromMinute: number): Map<string, RunSummary>;
  /** Whether a span told of it, as long as its runs are kept. */
  knows(sqlId: string): boolean;
  find(sqlId: string, fromMinute: number): Omit<StatementRuns, 'sqlId' | 'windowMinutes'>;
}

const mostCallers = 50;
const mostExamples = 5;
/** The middle of buckets that are counted together. */
const middle = (bucketsTogether - 1) / 2;

export function statementRunReader(db: DatabaseSync): StatementRunReader {
  const sql = prepareAll(db);
  return {
    summaries(fromMinute) {
      const callers = new Map<string, RunSummary['calledBy']>();
      // The one with the most calls comes last, and stays.
      for (const { sql_id, service, route } of sql.routes.all(stepBefore(fromMinute)))
        callers.set(String(sql_id), { service: String(service), route: textOf(route) });
      const durations = Map.groupBy(sql.durations.all(fromMinute), ({ sql_id }) => String(sql_id));
      return new Map(
        [...durations].map(([sqlId, own]) => [
          sqlId,
          { p95Ms: percentile(countsOf(own), 0.95), calledBy: callers.get(sqlId) ?? null },
        ]),
      );
    },
    knows: (sqlId) => sql.known.get(sqlId) !== undefined,
    find(sqlId, fromMinute) {
      const rows = sql.minutes.all(fromMinute, sqlId);
      const durations = countsOf(rows);
      const step = stepBefore(fromMinute);
      return {
        ...sumsOf(rows),
        p50Ms: percentile(durations, 0.5),
        p95Ms: percentile(durations, 0.95),
        p99Ms: percentile(durations, 0.99),
        minutes: [...Map.groupBy(rows, ({ minute }) => Number(minute))].map(([minute, own]) => ({
          at: new Date(minute * 60_000).toISOString(),
          calls: sumsOf(own).calls,
          p95Ms: percentile(countsOf(own), 0.95),
        })),
        callers: sql.callers.all(step, sqlId).map(toCaller),
        slowest: sql.slowest.all(step, sqlId).map(toRun),
        newest: sql.newest.all(sqlId).map(toRun),
      };
    },
  };
}

function prepareAll(db: DatabaseSync) {
  // A trace that had to make room leads nowhere.
  const example = 'e.trace_id, e.span_id, e.duration_ms, e.end_us, t.service, t.name from';
  const stillHere = 'join traces t on t.trace_id = e.trace_id';
  return {
    durations: db.prepare(
      'select sql_id, bucket, sum(calls) as calls from statement_minutes where minute > ? group by 1, 2',
    ),
    routes: db.prepare(
      `select sql_id, service, route, sum(calls) as calls from statement_callers where minute >= ?
       group by 1, 2, 3 order by calls, service desc, route desc`,
    ),
    minutes: db.prepare(
      'select minute, bucket, calls, errors, rows from statement_minutes where minute > ? and sql_id = ? order by minute',
    ),
    callers: db.prepare(
      `select service, route, verb, sum(calls) as calls, sum(errors) as errors, sum(elapsed_us) as elapsed_us
       from statement_callers where minute >= ? and sql_id = ? group by 1, 2, 3
       order by calls desc, service, route, verb limit ${mostCallers}`,
    ),
    slowest: db.prepare(
      `select ${example} statement_slowest e ${stillHere} where e.minute >= ? and e.sql_id = ?
       order by e.duration_ms desc limit ${mostExamples}`,
    ),
    known: db.prepare('select 1 from statement_newest where sql_id = ? limit 1'),
    newest: db.prepare(
      `select ${example} statement_newest e ${stillHere} where e.sql_id = ? order by e.end_us desc limit ${mostExamples}`,
    ),
  };
}

/** The step that a minute lies in: what is kept by step is told of whole steps. */
function stepBefore(minute: number): number {
  return minute - (minute % callerMinutes);
}

function countsOf(rows: readonly Row[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { bucket, calls } of rows) {
    const place = Number(bucket) * bucketsTogether - middle;
    counts.set(place, (counts.get(place) ?? 0) + Number(calls));
  }
  return counts;
}

function sumsOf(rows: readonly Row[]): { calls: number; errors: number; rows: number } {
  const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);
  return { calls: sum('calls'), errors: sum('errors'), rows: sum('rows') };
}

function toCaller({ service, route, verb, calls, errors, elapsed_us }: Row): StatementCaller {
  return {
    service: String(service),
    route: textOf(route),
    verb: textOf(verb),
    calls: Number(calls),
    errors: Number(errors),
    elapsedMs: Number(elapsed_us) / 1000,
  };
}

function toRun({ trace_id, span_id, duration_ms, end_us, service, name }: Row): StatementRun {
  return {
    traceId: String(trace_id),
    spanId: String(span_id),
    at: new Date(Number(end_us) / 1000).toISOString(),
    durationMs: Number(duration_ms),
    traceName: String(name),
    service: String(service),
  };
}

function textOf(value: Row[string] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
