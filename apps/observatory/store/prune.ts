import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './in-transaction.ts';
import { spansPerTrace, tracesPerBlock } from './schema.ts';
import { rateTrimmer } from './trim-rates.ts';
import { besideBytes, usedBytesOf } from './used-bytes.ts';

export interface PruneLimits {
  readonly limitBytes: number;
  readonly keepMs: number;
}

export interface Pruner {
  /** Lets the oldest go, a bounded number of them; true when there is more to do. In a transaction of its own. */
  step(nowMs: number): boolean;
  usedBytes(): number;
}

const tracesAtOnce = 500;
/** A trace that has more leaves alone. */
const spansAtOnce = 2000;
const logsAtOnce = 1000;
/** Ids of traces that left, for an honest answer about them. */
const mostGone = 100_000;
const goneBytes = 100;
/** What is counted, and which traces left, may take this part of the room each. */
const share = 1 / 8;

export function pruner(db: DatabaseSync, { limitBytes, keepMs }: PruneLimits, onResourcesGone: () => void): Pruner {
  const statements = prepareAll(db);
  const trimRates = rateTrimmer(db, limitBytes * share);
  const goneToKeep = Math.min(mostGone, Math.floor((limitBytes * share) / goneBytes));
  const mostBytes = limitBytes - besideBytes;
  const usedBytes = usedBytesOf(db);

  function step(nowMs: number): boolean {
    trimRates(nowMs, usedBytes() > mostBytes);
    const isFull = usedBytes() > mostBytes;
    const cut = isFull ? Number.MAX_SAFE_INTEGER : nowMs - keepMs;
    const oldest = { trace: oldestOf(statements.oldestTrace), log: oldestOf(statements.oldestLog) };
    if (Math.min(oldest.trace, oldest.log) >= cut) return false;
    if (oldest.log <= oldest.trace) statements.deleteLogs.run(Math.min(cut, oldest.trace + 1), logsAtOnce);
    else {
      const last = Number(statements.lastToGo.get(cut, tracesAtOnce, spansAtOnce)?.last);
      letTracesGo(last);
    }
    return true;
  }

  function letTracesGo(last: number): void {
    statements.noteGone.run(last);
    statements.deleteSpans.run((last + 1) * spansPerTrace);
    statements.deleteTraces.run(last);
    statements.deleteTokens.run(Math.floor((last + 1) / tracesPerBlock));
    if (Number(statements.deleteResources.run().changes) > 0) onResourcesGone();
    statements.forgetGone.run(goneToKeep);
  }

  return { step: (nowMs) => inTransaction(db, () => step(nowMs)), usedBytes };
}

function oldestOf(statement: ReturnType<DatabaseSync['prepare']>): number {
  const found = statement.get();
  return found ? Number(found.arrived_ms) : Number.POSITIVE_INFINITY;
}

function prepareAll(db: DatabaseSync) {
  return {
    oldestTrace: db.prepare('select arrived_ms from traces order by id limit 1'),
    oldestLog: db.prepare('select arrived_ms from logs order by id limit 1'),
    lastToGo: db.prepare(
      `select max(id) as last from (
         select id, arrived_ms, sum(span_count) over (order by id) - span_count as spans_before
         from (select id, arrived_ms, span_count from traces order by id limit ?2)
       ) where arrived_ms < ?1 and spans_before < ?3`,
    ),
    noteGone: db.prepare('insert into gone_traces (trace_id) select trace_id from traces where id <= ? order by id'),
    forgetGone: db.prepare('delete from gone_traces where id <= (select max(id) from gone_traces) - ?'),
    deleteSpans: db.prepare('delete from spans where id < ?'),
    deleteTraces: db.prepare('delete from traces where id <= ?'),
    deleteTokens: db.prepare('delete from tokens where block < ?'),
    deleteResources: db.prepare(
      'delete from resources where last_trace < coalesce((select min(id) from traces), 9007199254740991)',
    ),
    deleteLogs: db.prepare(
      'delete from logs where id in (select id from logs where arrived_ms < ?1 order by id limit ?2)',
    ),
  };
}
