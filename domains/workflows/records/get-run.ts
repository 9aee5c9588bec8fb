import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../../context.ts';
import { type Execution, toExecution } from './execution.ts';
import { selectExecutionsOfRun, selectRun, selectSnapshotsOfRun } from './queries.ts';
import type { WorkflowRun } from './run.ts';
import { type Snapshot, toSnapshot } from './snapshot.ts';

export interface RunDetail extends WorkflowRun {
  executions: Execution[];
  snapshots: Snapshot[];
}

/** A sweep with everything that it made. Throws NotFound. */
export async function getRun(ctx: Pick<Ctx, 'db'>, input: { runId: number }): Promise<RunDetail> {
  const [[run], executions, snapshots] = await Promise.all([
    selectRun(ctx.db, input),
    selectExecutionsOfRun(ctx.db, input),
    selectSnapshotsOfRun(ctx.db, input),
  ]);
  if (!run) throw new AppError('NotFound', 'workflows.run_not_found', 'This run does not exist, or is long over.');
  return {
    ...toExecution(run),
    executions: executions.map(toExecution),
    snapshots: snapshots.map(toSnapshot),
  };
}
