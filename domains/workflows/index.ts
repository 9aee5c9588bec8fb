// Workflows: the query lab, the sweeps over all components, and the records of both.
// It writes its own three tables and reads everything else through views that hold nothing personal.
import { businessAttributes as names } from '@octo/contracts/telemetry/business.ts';
import { traced } from '@octo/platform/telemetry/traced.ts';
import { namedQueriesRun, sweepsMade } from '../metrics.ts';
import { operatorUnknownCode, queryUnknownCode, sweepLostCode } from './codes.ts';
import { listNamedQueries as listed } from './lab/list-named-queries.ts';
import { runQuery as run } from './lab/run-query.ts';
import { getActivity as activity } from './overview/get-activity.ts';
import { getTotals as totals } from './overview/get-totals.ts';
import { pingDatabase as ping } from './ping-database.ts';
import { purgeRecords as purge } from './purge/purge-records.ts';
import { getRun as oneRun } from './records/get-run.ts';
import { listExecutions as executions } from './records/list-executions.ts';
import { listRuns as runs } from './records/list-runs.ts';
import { listSnapshots as snapshots } from './records/list-snapshots.ts';
import { recordKept as kept } from './records/record-kept.ts';
import { abandonSweep as abandon } from './sweeps/abandon-sweep.ts';
import { claimSweep as claim } from './sweeps/claim-sweep.ts';
import type { ClaimedSweep } from './sweeps/claimed-sweep.ts';
import { probeComponent as probe } from './sweeps/probe-component.ts';
import { runSweep as sweep } from './sweeps/run-sweep.ts';
import { sweepNow as now } from './sweeps/sweep-now.ts';
import type { WorkflowsCtx } from './workflows-context.ts';

export type { ListedQuery } from './lab/list-named-queries.ts';
export type { QueryResult } from './lab/run-query.ts';
export { createTurns } from './lab/turns.ts';
export type { Activity } from './overview/get-activity.ts';
export type { Totals } from './overview/get-totals.ts';
export type { Execution } from './records/execution.ts';
export type { RunDetail } from './records/get-run.ts';
export { createJournal, type FinishedRun, type Journal } from './records/journal.ts';
export type { WorkflowRun } from './records/run.ts';
export type { Snapshot } from './records/snapshot.ts';
export type { Claim, ClaimedSweep } from './sweeps/claimed-sweep.ts';
export type { Component, ComponentStatus, Finding } from './sweeps/component.ts';
export { nextPeriodStart } from './sweeps/period.ts';
export type { WorkflowsCtx } from './workflows-context.ts';

/** Of requests that came to no query. */
const neverRun = new Set([queryUnknownCode, operatorUnknownCode]);

export const { listNamedQueries, runQuery, probeComponent, pingDatabase } = traced(
  'workflows',
  { listNamedQueries: listed, runQuery: run, probeComponent: probe, pingDatabase: ping },
  { runQuery: howItEnded },
  {
    runQuery: {
      done: (result) => [[namedQueriesRun, 1, howItEnded(result)]],
      failed: (code, _ctx, { queryName }) =>
        neverRun.has(code) ? [] : [[namedQueriesRun, 1, howItEnded({ queryName, status: 'error' })]],
    },
  },
);

const steps = { runQuery, probeComponent };
const failedSweep = { [names.workflowStatus]: 'error' };
const ended = ({ status }: { status: string }) => ({ [names.workflowStatus]: status });

export const { claimSweep, runSweep, abandonSweep, sweepNow, recordKept, purgeRecords } = traced(
  'workflows',
  {
    claimSweep: claim,
    runSweep: (ctx: WorkflowsCtx, claimed: ClaimedSweep) => sweep(ctx, claimed, steps),
    abandonSweep: abandon,
    sweepNow: (ctx: WorkflowsCtx) => now(ctx, steps),
    recordKept: kept,
    purgeRecords: purge,
  },
  { runSweep: ended, sweepNow: ended },
  {
    runSweep: { done: (run) => [[sweepsMade, 1, ended(run)]], failed: () => [[sweepsMade, 1, failedSweep]] },
    sweepNow: {
      done: (run) => [[sweepsMade, 1, ended(run)]],
      failed: (code) => (code === sweepLostCode ? [[sweepsMade, 1, failedSweep]] : []),
    },
  },
);

export const { listExecutions, listRuns, getRun, listSnapshots, getTotals, getActivity } = traced('workflows', {
  listExecutions: executions,
  listRuns: runs,
  getRun: oneRun,
  listSnapshots: snapshots,
  getTotals: totals,
  getActivity: activity,
});

function howItEnded({ queryName, status }: { queryName: string; status: string }) {
  return { [names.namedQuery]: queryName, [names.workflowStatus]: status };
}
