import type { Kysely } from 'kysely';
import type { AppError } from '../../../errors/app-error.ts';
import { engineOf } from '../../engines/engine.ts';
import { type Ask, askOf, cannotExplain, notGranted, unknownStatement } from '../ask.ts';
import { bounded, mostEntries, mostSessions } from '../bounds.ts';
import type { DatabaseInsight, SegmentSize, StatementOrder } from '../insight.ts';
import { type LearntTexts, type LearntTextsOptions, learntTexts } from '../learnt-texts.ts';
import { planHashOf, planLines } from '../plan-lines.ts';
import { readExplained } from './plan.ts';
import { missingRights, type RightsRow } from './rights.ts';
import { type SessionRow, toActiveSessions, toLiveSessions } from './sessions.ts';
import { type TotalsRow, toStatementTotals } from './statement-totals.ts';
import * as statements from './statements.ts';

// No right, no such view, function or column, not loaded.
const withheld = new Set(['42501', '42P01', '42883', '42703', '55000']);

/** What PostgreSQL knows of its own work. */
export function readPostgres(db: Kysely<unknown>, known?: LearntTextsOptions): DatabaseInsight {
  const ask = askOf(db, withheld);
  const texts = learntTexts(known);
  const look = lookAtSessions(ask, texts);
  const totals = (by: StatementOrder, limit: number) => readTotals(ask, texts, by, limit);
  return {
    engine: 'postgres',
    topStatements: ({ by, limit }) => totals(by, limit),
    statementTotals: ({ limit }) => totals('time', limit),
    liveSessions: async ({ limit }) =>
      toLiveSessions(await look({ everyText: true })).slice(0, bounded(limit, mostSessions)),
    activeSessions: async ({ limit }) =>
      toActiveSessions(await look({ everyText: false })).slice(0, bounded(limit, mostSessions)),
    planOf: ({ statementId }) => readPlan(db, ask, statementId),
    sizes: ({ limit }) => readSizes(ask, limit),
    missing: async () => (await ask<RightsRow>(statements.rights)).flatMap(missingRights),
    learnt: () => texts.pairs(),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

async function readTotals(ask: Ask, texts: LearntTexts, by: StatementOrder, limit: number) {
  const statement = statements.statementTotals(by);
  const rows = await ask<TotalsRow>(statement, [bounded(limit, mostEntries)]);
  return rows.map((row) => {
    if (row.statementId === null) throw notGranted(statement.needs);
    return toStatementTotals(row, row.statementId, texts.sqlIdOfKept(row.statementId, row.text));
  });
}

/** Every look learns texts; those that idle sessions show need to be told only once. */
function lookAtSessions(ask: Ask, texts: LearntTexts) {
  let settled: string[] = [];
  return async ({ everyText }: { everyText: boolean }) => {
    const rows = await ask<SessionRow>(statements.sessions, [everyText ? [] : settled, mostSessions]);
    if (rows.some((row) => row.isHidden)) throw notGranted(statements.sessions.needs);
    settled = [...new Set(rows.flatMap(({ statementId }) => (statementId === null ? [] : [statementId])))];
    return rows.map((row) => ({ ...row, sqlId: sqlIdOf(texts, row) }));
  };
}

function sqlIdOf(texts: LearntTexts, { statementId, text, isWhole }: SessionRow): string | null {
  if (statementId === null) return null;
  if (text === null) return texts.sqlIdOf(statementId) ?? null;
  return isWhole ? texts.note(statementId, text) : null;
}

async function readPlan(db: Kysely<unknown>, ask: Ask, statementId: string) {
  if (!/^-?\d{1,19}$/.test(statementId)) throw unknownStatement();
  try {
    const [row] = await ask<{ plan: unknown }>(statements.plan, [statementId]);
    const step = readExplained(row?.plan);
    return { statementId, lines: planLines(step), planHash: planHashOf(step), isActual: false };
  } catch (error) {
    throw explainRefusal(engineOf(db).codeOf(error)) ?? error;
  }
}

/** What the function says by its own codes. */
function explainRefusal(code: string): AppError | undefined {
  if (code === 'OC404' || code === '22003') return unknownStatement();
  return code === 'OC422' ? cannotExplain() : undefined;
}

async function readSizes(ask: Ask, limit: number): Promise<SegmentSize[]> {
  const rows = await ask<Omit<SegmentSize, 'rows'> & { rowCount: number | null }>(statements.sizes, [
    bounded(limit, mostEntries),
  ]);
  return rows.map(({ rowCount, ...size }) => ({ ...size, rows: rowCount }));
}
