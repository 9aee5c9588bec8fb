import { AppError } from '@octo/platform/errors/app-error.ts';
import { queryUnknownCode } from '../codes.ts';
import { recordedLater } from '../records/database-away.ts';
import type { Execution, ScheduleMode } from '../records/execution.ts';
import { recordExecution, type SweepRecords } from '../records/record-execution.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';
import { type Asked, ask } from './ask.ts';
import { findNamedQuery, isMeantToFail, type NamedQuery } from './catalogue.ts';
import { toJsonRows } from './columns.ts';
import { refusedCode } from './failures.ts';
import { noteWhoRuns } from './note-who-runs.ts';

export interface RunQueryInput {
  queryName: string;
  /** The sweep that it is a part of. */
  sweep?: SweepRecords;
}

export interface QueryResult extends Execution {
  queryText: string;
  columns: string[];
  rows: Record<string, unknown>[];
  rowLimit: number;
  timeLimitMs: number;
}

/**
 * Runs a query of the catalogue and records how it went, also when it failed. Returns what it found, and for a query that is
 * meant to fail how it did. Throws NotFound, TimedOut over its time, Unprocessable over its rows, LimitExceeded while
 * others run too many, Unavailable.
 */
export async function runQuery(ctx: WorkflowsCtx, input: RunQueryInput): Promise<QueryResult> {
  const named = findNamedQuery(input.queryName);
  if (!named) throw queryUnknown();
  const createdAt = ctx.clock.now();
  const asksFor = { action: 'workflows.run_query', resource: `queries/${named.name}` };
  const unheard = input.sweep ? undefined : await noteWhoRuns(ctx, asksFor);
  const asked = unheard
    ? { rows: [], failure: unheard, durationMs: 0 }
    : await ask(ctx, named, input.sweep ? undefined : ctx.lab.turns);
  const { queryText, ...execution } = describe(ctx, {
    named,
    asked,
    createdAt,
    scheduleMode: input.sweep?.scheduleMode ?? 'manual',
  });
  const id = await recordExecution(ctx, { ...execution, queryText }, input.sweep);
  const { failure, rows } = asked;
  if (failure && !(isMeantToFail(named) && failure.code === refusedCode)) throw failure;
  if (id === undefined) throw recordedLater();
  return {
    ...execution,
    id,
    workflowRunId: input.sweep?.runId ?? null,
    queryText,
    columns: Object.keys(named.columns),
    rows: toJsonRows(named.columns, rows),
    rowLimit: ctx.lab.rowLimit,
    timeLimitMs: ctx.lab.timeoutMs,
  };
}

interface HowItWent {
  named: NamedQuery;
  asked: Asked;
  createdAt: Date;
  scheduleMode: ScheduleMode;
}

function describe(ctx: WorkflowsCtx, { named, asked, createdAt, scheduleMode }: HowItWent) {
  return {
    queryName: named.name,
    componentName: named.component,
    sourceService: ctx.serviceName,
    scheduleMode,
    actionName: named.action,
    status: asked.failure ? ('error' as const) : ('success' as const),
    expectedFailure: isMeantToFail(named),
    queryText: named.statement.textFor(ctx.lab.db, { rows: ctx.lab.rowLimit + 1 }),
    rowCount: asked.rows.length,
    durationMs: asked.durationMs,
    errorMessage: asked.failure?.message ?? null,
    traceId: ctx.traceId,
    createdAt,
  };
}

function queryUnknown(): AppError {
  return new AppError('NotFound', queryUnknownCode, 'The catalogue has no query of this name.', {
    fields: [{ field: 'query_name', message: 'is not in the catalogue' }],
  });
}
