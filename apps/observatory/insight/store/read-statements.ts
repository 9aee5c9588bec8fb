import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { StatementOrder } from '@octo/platform/database/insight/insight.ts';
import { addUp, type Work } from '../count-work.ts';
import { hourWide, minuteWide } from './schema.ts';
import { type Parts, since } from './windows.ts';

export interface KeptStatement extends Work {
  readonly statementId: string;
  readonly sqlId: string | null;
  readonly text: string;
  readonly planHash: string | null;
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
}

export interface StatementStep extends Work {
  /** The minute that it begins with. */
  readonly at: number;
}

export interface PlanRun {
  readonly planHash: string;
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
}

export interface StatementHistory {
  readonly statement: KeptStatement;
  readonly steps: StatementStep[];
  readonly stepMinutes: number;
  readonly plans: PlanRun[];
}

export interface StatementReader {
  costliest(fromMinute: number, by: StatementOrder, limit: number): { statements: KeptStatement[]; total: Work };
  /** Undefined for one that was never seen. */
  find(statementId: string, fromMinute: number, windowMinutes: number): StatementHistory | undefined;
  /** The statement that had this SQL_ID last. */
  idOf(sqlId: string): string | undefined;
}

/** Sums of the steps that a condition leaves. */
export const sums = `coalesce(sum(calls), 0) as calls, coalesce(sum(elapsed_us), 0) as elapsed_us,
  coalesce(sum(rows), 0) as rows, coalesce(sum(blocks_read), 0) as blocks_read, coalesce(sum(blocks_hit), 0) as blocks_hit`;
export const lastPlan =
  '(select plan_hash from plan_runs p where p.statement = s.id order by p.id desc limit 1) as plan_hash';

const orders: Readonly<Record<StatementOrder, string>> = {
  time: 'elapsed_us',
  calls: 'calls',
  rows: 'rows',
  reads: 'blocks_read',
  meanTime: 'elapsed_us * 1.0 / max(calls, 1)',
};

const dayMinutes = 1440;
const mostPlans = 100;

export function statementReader(db: DatabaseSync): StatementReader {
  const find = db.prepare(`select s.*, ${lastPlan} from statements s where statement_id = ?`);
  const steps = db.prepare('select * from statement_steps where statement = ? and width = ? and at >= ? order by at');
  const plans = db.prepare(`select * from plan_runs where statement = ? order by id desc limit ${mostPlans}`);
  const bySqlId = db.prepare('select statement_id from statements where sql_id = ? order by last_seen_ms desc limit 1');
  const ordered = ({ text }: Parts, order: string) =>
    `select w.*, s.*, ${lastPlan} from (select statement, ${sums} from statement_steps where ${text} group by statement) w
     join statements s on s.id = w.statement order by ${order} desc, s.id limit ?`;
  return {
    costliest(fromMinute, by, limit) {
      const window = since(fromMinute);
      const rows = db.prepare(ordered(window, orders[by])).all(...window.values, limit);
      const total = db.prepare(`select ${sums} from statement_steps where ${window.text}`).get(...window.values);
      return { statements: rows.map((row) => toStatement(row)), total: toWork(total ?? {}) };
    },
    find(statementId, fromMinute, windowMinutes) {
      const row = find.get(statementId);
      if (!row) return undefined;
      const stepMinutes = windowMinutes > dayMinutes ? hourWide : minuteWide;
      const first = fromMinute - (fromMinute % stepMinutes);
      const own = steps
        .all(Number(row.id), stepMinutes, first)
        .map((step) => ({ at: Number(step.at), ...toWork(step) }));
      return {
        statement: toStatement(row, addUp(own)),
        steps: own,
        stepMinutes,
        plans: plans.all(Number(row.id)).map(toPlanRun),
      };
    },
    idOf: (sqlId) => textOf(bySqlId.get(sqlId)?.statement_id) ?? undefined,
  };
}

type Row = Record<string, SQLOutputValue>;

export function toStatement(row: Row, work: Work = toWork(row)): KeptStatement {
  return {
    statementId: String(row.statement_id),
    sqlId: textOf(row.sql_id),
    text: String(row.text),
    planHash: textOf(row.plan_hash),
    firstSeenMs: Number(row.first_seen_ms),
    lastSeenMs: Number(row.last_seen_ms),
    ...work,
  };
}

function toWork(row: Row): Work {
  return {
    calls: Number(row.calls ?? 0),
    elapsedMs: Number(row.elapsed_us ?? 0) / 1000,
    rows: Number(row.rows ?? 0),
    blocksRead: Number(row.blocks_read ?? 0),
    blocksHit: Number(row.blocks_hit ?? 0),
  };
}

function toPlanRun(row: Row): PlanRun {
  const { plan_hash, first_seen_ms, last_seen_ms } = row;
  return { planHash: String(plan_hash), firstSeenMs: Number(first_seen_ms), lastSeenMs: Number(last_seen_ms) };
}

export function textOf(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
