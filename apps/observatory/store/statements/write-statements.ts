import type { DatabaseSync } from 'node:sqlite';
import type { ArrivedSpan } from '../arrivals.ts';
import { fewKeys } from '../few-keys.ts';
import { bucketOf } from '../rates/duration-buckets.ts';
import { otherNames } from '../rates/known-names.ts';
import { longestWindowMinutes } from '../rates/spans-of-time.ts';
import { bucketsTogether } from '../topology/schema.ts';
import { type CalledRun, callerFinder } from './find-callers.ts';
import { callerMinutes, newestRuns } from './schema.ts';
import { type SqlRun, sqlRunOf } from './sql-run.ts';

/** Counts the runs of each statement by minute and duration, and by what made it run, with the slowest and the newest of them. */
export interface StatementRunWriter {
  /** To be called once for each span, before it may find no room. */
  note(arrived: ArrivedSpan): void;
  /** To be called with every batch, before it is committed. */
  write(): void;
  /** Forgets what came in a batch that failed. */
  clear(): void;
}

type CallerKey = readonly [minute: number, sqlId: string, service: string, route: string, verb: string];

const minuteUs = 60_000_000;
const mostStatements = 1000;
const mostCallers = 2000;

export function statementRunWriter(db: DatabaseSync, nowMs: () => number): StatementRunWriter {
  const upserts = prepareAll(db);
  const statements = fewKeys(mostStatements, longestWindowMinutes);
  const callers = fewKeys(mostCallers, longestWindowMinutes);
  const finder = callerFinder(nowMs);
  const places = new Map<string, number>();
  let runs: SqlRun[] = [];

  function countRuns(): void {
    const counts = new Map<string, { first: SqlRun; bucket: number; calls: number; errors: number; rows: number }>();
    for (const run of runs) {
      const bucket = Math.ceil(bucketOf(run.durationMs) / bucketsTogether);
      const key = `${minuteOf(run)} ${run.sqlId} ${bucket}`;
      const sum = counts.get(key) ?? { first: run, bucket, calls: 0, errors: 0, rows: 0 };
      sum.calls += 1;
      sum.errors += Number(run.isError);
      sum.rows += run.rows;
      counts.set(key, sum);
    }
    for (const { first, bucket, calls, errors, rows } of counts.values())
      upserts.minute.run(minuteOf(first), first.sqlId, bucket, calls, errors, rows);
  }

  function countCallers(called: readonly CalledRun[]): void {
    const counts = new Map<string, { key: CallerKey; runs: SqlRun[] }>();
    for (const { run, caller } of called) {
      const minute = stepOf(run);
      const isKnown = callers.admit(`${run.service}\n${caller.route}\n${caller.verb}`, minute);
      const { route, verb } = isKnown ? caller : { route: otherNames, verb: '' };
      const key: CallerKey = [minute, run.sqlId, run.service, route, verb];
      const known = counts.get(key.join('\n'));
      if (known) known.runs.push(run);
      else counts.set(key.join('\n'), { key, runs: [run] });
    }
    for (const { key, runs: own } of counts.values()) {
      const elapsedMs = own.reduce((sum, { durationMs }) => sum + durationMs, 0);
      const errors = own.filter(({ isError }) => isError).length;
      upserts.caller.run(...key, own.length, errors, Math.round(elapsedMs * 1000));
    }
  }

  /** Of each statement the slowest and the last of the batch; a write for each run would be too many. */
  function keepExamples(): void {
    for (const [sqlId, own] of Map.groupBy(runs, (run) => run.sqlId)) {
      const slowest = own.reduce((one, other) => (other.durationMs > one.durationMs ? other : one));
      const newest = own.reduce((one, other) => (other.endUs > one.endUs ? other : one));
      upserts.slowest.run(stepOf(slowest), sqlId, ...exampleOf(slowest));
      const place = places.get(sqlId) ?? upserts.placeAfter(sqlId);
      upserts.newest.run(sqlId, place, ...exampleOf(newest));
      places.set(sqlId, (place + 1) % newestRuns);
    }
  }

  return {
    note(arrived) {
      const run = sqlRunOf(arrived);
      if (!run) return finder.note(arrived);
      if (minuteOf(run) < nowMs() / 60_000 - longestWindowMinutes || !statements.admit(run.sqlId, minuteOf(run)))
        return;
      runs.push(run);
      finder.ask(run);
    },
    write() {
      countRuns();
      keepExamples();
      countCallers(finder.settle(nowMs()));
      runs = [];
    },
    clear() {
      runs = [];
      places.clear();
      finder.clear();
    },
  };
}

function minuteOf({ endUs }: SqlRun): number {
  return Math.floor(endUs / minuteUs);
}

function stepOf(run: SqlRun): number {
  const minute = minuteOf(run);
  return minute - (minute % callerMinutes);
}

function exampleOf({ traceId, spanId, durationMs, endUs }: SqlRun): [string, string, number, number] {
  return [traceId, spanId, durationMs, endUs];
}

function prepareAll(db: DatabaseSync) {
  const replacing =
    'trace_id = excluded.trace_id, span_id = excluded.span_id, duration_ms = excluded.duration_ms, end_us = excluded.end_us';
  const last = db.prepare('select place from statement_newest where sql_id = ? order by end_us desc limit 1');
  return {
    minute: db.prepare(
      `insert into statement_minutes values (?, ?, ?, ?, ?, ?) on conflict do update set
       calls = calls + excluded.calls, errors = errors + excluded.errors, rows = rows + excluded.rows`,
    ),
    caller: db.prepare(
      `insert into statement_callers values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do update set
       calls = calls + excluded.calls, errors = errors + excluded.errors, elapsed_us = elapsed_us + excluded.elapsed_us`,
    ),
    slowest: db.prepare(
      `insert into statement_slowest values (?, ?, ?, ?, ?, ?)
       on conflict do update set ${replacing} where excluded.duration_ms > duration_ms`,
    ),
    newest: db.prepare(`insert into statement_newest values (?, ?, ?, ?, ?, ?) on conflict do update set ${replacing}`),
    placeAfter(sqlId: string): number {
      const row = last.get(sqlId);
      return row ? (Number(row.place) + 1) % newestRuns : 0;
    },
  };
}
