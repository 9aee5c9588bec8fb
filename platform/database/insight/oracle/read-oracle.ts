import type { Kysely } from 'kysely';
import { AppError, errorCode } from '../../../errors/app-error.ts';
import { type Ask, askOf, cannotExplain, unknownStatement } from '../ask.ts';
import { bounded, longestText, mostEntries, mostSessions } from '../bounds.ts';
import type { DatabaseInsight, SegmentSize, StatementOrder, StatementPlan, StatementTotals } from '../insight.ts';
import { maskConstants } from '../mask-constants.ts';
import { planLines } from '../plan-lines.ts';
import { neededGrants } from './needed-grants.ts';
import { type PlanRow, readPlanRows } from './plan.ts';
import { type ActiveRow, type LiveRow, toActiveSessions, toLiveSessions } from './sessions.ts';
import * as statements from './statements.ts';

// No such view, no right to it.
const withheld = new Set(['ORA-00942', 'ORA-01031']);

/** What Oracle knows of its own work. Its number of a statement is the one that spans carry: nothing has to be learnt. */
export function readOracle(db: Kysely<unknown>): DatabaseInsight {
  const ask = askOf(db, withheld);
  return {
    engine: 'oracle',
    topStatements: ({ by, limit }) => readTotals(ask, by, limit),
    statementTotals: ({ limit }) => readTotals(ask, 'time', limit),
    liveSessions: async ({ limit }) =>
      toLiveSessions(await ask<LiveRow>(statements.liveSessions, [bounded(limit, mostSessions)])),
    activeSessions: async ({ limit }) =>
      toActiveSessions(await ask<ActiveRow>(statements.activeSessions, [bounded(limit, mostSessions)])),
    planOf: ({ statementId }) => readPlan(ask, statementId),
    sizes: ({ limit }) => readSizes(ask, limit),
    missing: () => missingGrants(ask),
    learnt: () => new Map(),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

/** Nothing is declared of most numbers in V$ views: one that is not whole comes as text. */
interface TotalsRow {
  statementId: string;
  text: string;
  calls: number;
  elapsedMs: number | string;
  rowCount: number;
  blocksRead: number;
  blocksHit: number;
  planHash: number | string;
  since: Date | null;
}

/** Figures of a statement that was seen before this look at the latest, nobody knows when. */
const longAgo = new Date(0);

async function readTotals(ask: Ask, by: StatementOrder, limit: number): Promise<StatementTotals[]> {
  const rows = await ask<TotalsRow>(statements.statementTotals(by), [bounded(limit, mostEntries)]);
  return rows.map(({ rowCount, text, planHash, elapsedMs, since, ...row }) => ({
    ...row,
    since: since ?? longAgo,
    sqlId: row.statementId,
    text: maskConstants(text).slice(0, longestText.ofStatement),
    elapsedMs: Number(elapsedMs),
    rows: rowCount,
    planHash: `${planHash}`,
  }));
}

async function readPlan(ask: Ask, statementId: string): Promise<StatementPlan> {
  const rows = await ask<PlanRow>(statements.plan, [statementId]);
  const step = readPlanRows(rows);
  if (step) return { statementId, lines: planLines(step), planHash: `${rows[0]?.planHash}`, isActual: true };
  const known = await ask(statements.remembered, [statementId]);
  throw known.length > 0 ? cannotExplain() : unknownStatement();
}

async function readSizes(ask: Ask, limit: number): Promise<SegmentSize[]> {
  const rows = await ask<{
    segment: string;
    kind: SegmentSize['kind'];
    tableName: string;
    bytes: number;
    rowCount: number | null;
  }>(statements.sizes, [bounded(limit, mostEntries)]);
  return rows.map(({ segment, kind, tableName, bytes, rowCount }) => ({
    name: segment.toLowerCase(),
    kind,
    tableName: tableName.toLowerCase(),
    bytes,
    rows: rowCount,
  }));
}

/** The views that may not be read, each with what it is for and who can help. */
async function missingGrants(ask: Ask): Promise<string[]> {
  const missing: string[] = [];
  for (const grant of neededGrants) {
    if (await isAllowed(ask(statements.probe(grant)))) continue;
    const { object, why } = grant;
    missing.push(`${object} may not be read, which tells ${why}: an administrator grants select on ${object}.`);
  }
  return missing;
}

async function isAllowed(probe: Promise<unknown>): Promise<boolean> {
  try {
    await probe;
    return true;
  } catch (error) {
    if (error instanceof AppError && errorCode(error) === 'insight.not_granted') return false;
    throw error;
  }
}
