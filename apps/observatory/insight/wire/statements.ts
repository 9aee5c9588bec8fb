import type { ListedStatement, StatementChange, StatementSummary } from '@octo/contracts/insight-statements.ts';
import type { StatementTotals } from '@octo/platform/database/insight/insight.ts';
import type { RunSummary } from '../../store/statements/read-statements.ts';
import type { Work } from '../count-work.ts';
import type { KeptChange } from '../store/read-changes.ts';
import type { MinuteGap } from '../store/read-gaps.ts';
import type { KeptStatement, StatementHistory } from '../store/read-statements.ts';

export function instantOf(ms: number): string {
  return new Date(ms).toISOString();
}

type Known = Work & Pick<StatementTotals, 'statementId' | 'sqlId' | 'text' | 'planHash'>;

/** What the database tells of a statement since it began to count. */
export function toSummary({ statementId, sqlId, text, planHash, ...work }: Known): StatementSummary {
  const { calls, elapsedMs, rows, blocksRead, blocksHit } = work;
  const meanMs = calls === 0 ? 0 : elapsedMs / calls;
  return { statementId, sqlId, text, calls, elapsedMs, meanMs, rows, blocksRead, blocksHit, planHash };
}

/** With what the spans tell of it. */
export function toListed(statement: StatementSummary, runs: ReadonlyMap<string, RunSummary>): ListedStatement {
  const { p95Ms = null, calledBy = null } = runs.get(statement.sqlId ?? '') ?? {};
  return { ...statement, p95Ms, calledBy };
}

export function toKept({ firstSeenMs: _, lastSeenMs: __, ...statement }: KeptStatement): StatementSummary {
  return toSummary(statement);
}

export function toHistory({ statement, steps, stepMinutes, plans }: StatementHistory) {
  return {
    statement: toKept(statement),
    firstSeenAt: instantOf(statement.firstSeenMs),
    lastSeenAt: instantOf(statement.lastSeenMs),
    minutes: steps.map(({ at, calls, elapsedMs, rows, blocksRead }) => ({
      at: instantOf(at * 60_000),
      calls,
      elapsedMs,
      rows,
      blocksRead,
    })),
    stepMinutes,
    plans: plans.map(({ planHash, firstSeenMs, lastSeenMs }) => ({
      planHash,
      firstSeenAt: instantOf(firstSeenMs),
      lastSeenAt: instantOf(lastSeenMs),
    })),
  };
}

export function toChange({ statement, meanMsBefore, planHashBefore }: KeptChange): StatementChange {
  return { statement: toKept(statement), firstSeenAt: instantOf(statement.firstSeenMs), meanMsBefore, planHashBefore };
}

export function toGaps(gaps: readonly MinuteGap[]) {
  return gaps.map(({ from, to }) => ({ from: instantOf(from * 60_000), to: instantOf(to * 60_000) }));
}
