import { AppError } from '@octo/platform/errors/app-error.ts';
import type { QueryResult, RunQueryInput } from '../lab/run-query.ts';
import { isDatabaseAway, recordedLaterCode } from '../records/database-away.ts';
import { millisecondsSince } from '../records/execution.ts';
import type { FinishedRun } from '../records/journal.ts';
import type { SweepRecords } from '../records/record-execution.ts';
import type { NewSnapshot } from '../records/snapshot.ts';
import { writeDown } from '../records/write-down.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';
import { backendSweep, sweptQueries } from './backend-sweep.ts';
import type { ClaimedSweep } from './claimed-sweep.ts';
import type { Component } from './component.ts';
import { keepLease } from './keep-lease.ts';
import { summaryOf } from './summary.ts';
import { sweepLost } from './sweep-lost.ts';

/** The verbs that a sweep is made of, each in its own span. */
export interface SweepSteps {
  runQuery(ctx: WorkflowsCtx, input: RunQueryInput): Promise<QueryResult>;
  probeComponent(ctx: WorkflowsCtx, component: Component): Promise<NewSnapshot>;
}

/**
 * Makes a sweep that was claimed: runs its queries, asks every component, and writes down how all of it went; that is kept
 * when the database is away. Returns the run as it ended. Throws Conflict when the lease was lost.
 */
export async function runSweep(ctx: WorkflowsCtx, claimed: ClaimedSweep, steps: SweepSteps): Promise<FinishedRun> {
  const startedMs = performance.now();
  const records: SweepRecords = { runId: claimed.runId, scheduleMode: claimed.scheduleMode, executions: [] };
  const failures: string[] = [];
  for (const queryName of sweptQueries(ctx)) {
    await keepLease(ctx, claimed);
    const failure = await failureOf(steps.runQuery(ctx, { queryName, sweep: records }));
    if (failure !== undefined) failures.push(`${queryName}: ${failure}`);
  }
  await keepLease(ctx, claimed);
  const snapshots = await Promise.all(ctx.sweep.components.map((one) => steps.probeComponent(ctx, one)));
  const durationMs = millisecondsSince(startedMs);
  const run = { ...finish(ctx, claimed), ...summaryOf(sweptQueries(ctx).length, failures, snapshots), durationMs };
  return await writeOrKeep(ctx, { run, executions: records.executions, snapshots });
}

function finish(ctx: WorkflowsCtx, { runId: id, leaseOwner, scheduleMode, periodKey, startedAt }: ClaimedSweep) {
  return {
    id,
    leaseOwner,
    periodKey,
    workflowKey: backendSweep.key,
    workflowLabel: backendSweep.label,
    sourceService: ctx.serviceName,
    scheduleMode,
    traceId: ctx.traceId,
    startedAt,
    completedAt: ctx.clock.now(),
  };
}

async function writeOrKeep(
  ctx: WorkflowsCtx,
  kept: { run: FinishedRun; executions: SweepRecords['executions']; snapshots: NewSnapshot[] },
): Promise<FinishedRun> {
  try {
    const { runId, isLost } = await writeDown(ctx, kept);
    if (isLost) throw sweepLost();
    return { ...kept.run, id: runId };
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    ctx.journal.keep(kept);
    return kept.run;
  }
}

/** Why a query that should have succeeded did not, in words for a person. */
async function failureOf(running: Promise<unknown>): Promise<string | undefined> {
  try {
    await running;
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === recordedLaterCode ? undefined : error.message;
  }
}
