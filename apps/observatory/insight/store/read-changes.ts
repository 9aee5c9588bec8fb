import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { type KeptStatement, lastPlan, sums, textOf, toStatement } from './read-statements.ts';
import { minuteWide } from './schema.ts';
import { since, until } from './windows.ts';

export interface KeptChange {
  readonly statement: KeptStatement;
  readonly meanMsBefore: number | null;
  readonly planHashBefore: string | null;
}

export interface Changes {
  /** The first minute that there is something of, when that lies before the window. */
  readonly baselineFrom: number | undefined;
  readonly fresh: KeptChange[];
  readonly regressed: KeptChange[];
  readonly planChanged: KeptChange[];
}

export interface ChangeReader {
  /** What a window has that all time before it had not. */
  list(fromMinute: number, limit: number): Changes;
}

/** A statement has become slower when a call takes so many times as long, */
const regressedTimes = 2;
/** so much longer in milliseconds, as the time of quick ones differs by chance, */
const regressedByMs = 1;
/** and it was called so often in the window, and before. */
export const regressedCalls = { now: 10, before: 20 };

export function changeReader(db: DatabaseSync): ChangeReader {
  return {
    list(fromMinute, limit) {
      const { text, values } = since(fromMinute);
      const work = `select statement, ${sums} from statement_steps where ${text} group by statement`;
      const fromMs = fromMinute * 60_000;
      return {
        baselineFrom: baselineOf(db, fromMinute),
        fresh: db
          .prepare(freshOf(work))
          .all(...values, fromMs, limit)
          .map(toChange),
        regressed: regressedOf(db, fromMinute, limit),
        planChanged: db
          .prepare(planChangedOf(work))
          .all(fromMs, ...values, fromMs, limit)
          .map(toChange),
      };
    },
  };
}

function baselineOf(db: DatabaseSync, fromMinute: number): number | undefined {
  const row = db
    .prepare(`select min(at) as at from steps where width = ${minuteWide} and counted > 0 and at < ?`)
    .get(fromMinute);
  return typeof row?.at === 'number' ? row.at : undefined;
}

/** What the first look of all found was there before; nobody knows since when. */
function freshOf(work: string): string {
  return `select w.*, s.*, ${lastPlan} from statements s left join (${work}) w on w.statement = s.id
    where s.first_seen_ms >= ? and s.is_initial = 0 order by w.elapsed_us desc, s.id desc limit ?`;
}

/** The newest plan began in the window, and is not the one of before; of one that is new altogether, not its first. */
function planChangedOf(work: string): string {
  return `select * from (
      select w.*, s.*, r.plan_hash, coalesce(
        (select plan_hash from plan_runs p where p.statement = s.id and p.first_seen_ms < ? order by p.id desc limit 1),
        (select plan_hash from plan_runs p where p.statement = s.id order by p.id limit 1)
      ) as plan_hash_before
      from plan_runs r join statements s on s.id = r.statement left join (${work}) w on w.statement = s.id
      where r.id = (select max(id) from plan_runs p where p.statement = r.statement) and r.first_seen_ms >= ?
    ) where plan_hash_before <> plan_hash order by elapsed_us desc, id limit ?`;
}

function regressedOf(db: DatabaseSync, fromMinute: number, limit: number): KeptChange[] {
  const [now, before] = [since(fromMinute), until(fromMinute)];
  const rows = db
    .prepare(
      `select n.*, s.*, ${lastPlan}, b.elapsed_us / 1000.0 / b.calls as mean_before
       from (select statement, ${sums} from statement_steps where ${now.text} group by statement having sum(calls) >= ?) n
       join (select statement, ${sums} from statement_steps where ${before.text} group by statement having sum(calls) >= ?) b
         on b.statement = n.statement
       join statements s on s.id = n.statement
       where n.elapsed_us * 1.0 / n.calls >= ? * b.elapsed_us / b.calls
         and n.elapsed_us / 1000.0 / n.calls - b.elapsed_us / 1000.0 / b.calls >= ?
       order by (n.elapsed_us * 1.0 / n.calls - b.elapsed_us * 1.0 / b.calls) * n.calls desc, s.id limit ?`,
    )
    .all(
      ...now.values,
      regressedCalls.now,
      ...before.values,
      regressedCalls.before,
      regressedTimes,
      regressedByMs,
      limit,
    );
  return rows.map(toChange);
}

function toChange(row: Record<string, SQLOutputValue>): KeptChange {
  return {
    statement: toStatement(row),
    meanMsBefore: typeof row.mean_before === 'number' ? row.mean_before : null,
    planHashBefore: textOf(row.plan_hash_before),
  };
}
