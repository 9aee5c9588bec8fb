import type { Execution, RunStatus } from '../records/execution.ts';
import { listExecutions } from '../records/list-executions.ts';
import { listRuns } from '../records/list-runs.ts';
import { listSnapshots } from '../records/list-snapshots.ts';
import type { WorkflowRun } from '../records/run.ts';
import type { Snapshot } from '../records/snapshot.ts';
import { nextPeriodStart } from '../sweeps/period.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';
import { selectLastRun } from './queries.ts';

/** What ran lately, and when the next sweep is due. */
export interface Activity {
  executions: Execution[];
  runs: WorkflowRun[];
  /** The newest of each component. */
  snapshots: Snapshot[];
  scheduler: {
    lastRunAt: Date | null;
    lastStatus: RunStatus | null;
    /** Of the last sweep, when it failed; a good one takes it away. */
    lastError: string | null;
    nextRunAt: Date;
  };
}

const shown = 12;

export async function getActivity(ctx: WorkflowsCtx): Promise<Activity> {
  const { components, pollSeconds } = ctx.sweep;
  const newestOf = ({ name: componentName }: { name: string }) => listSnapshots(ctx, { componentName, limit: 1 });
  const [executions, runs, snapshots, [last]] = await Promise.all([
    listExecutions(ctx, { limit: shown }),
    listRuns(ctx, { limit: shown }),
    Promise.all(components.map(newestOf)),
    selectLastRun(ctx.db, {}),
  ]);
  return {
    executions: executions.items,
    runs: runs.items,
    snapshots: snapshots.flatMap(({ items }) => items),
    scheduler: {
      lastRunAt: last?.completedAt ?? null,
      lastStatus: last?.status ?? null,
      lastError: last?.status === 'error' ? last.resultSummary : null,
      nextRunAt: nextPeriodStart(ctx.clock.now(), pollSeconds),
    },
  };
}
