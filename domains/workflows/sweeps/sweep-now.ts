import { AppError } from '@octo/platform/errors/app-error.ts';
import { noteWhoRuns } from '../lab/note-who-runs.ts';
import { recordedLater } from '../records/database-away.ts';
import type { WorkflowRun } from '../records/run.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';
import { claimSweep } from './claim-sweep.ts';
import { runSweep, type SweepSteps } from './run-sweep.ts';

/** Sweeps at once, for whoever asks. Throws Conflict while another sweep is under way, Unavailable when it could not be recorded yet. */
export async function sweepNow(ctx: WorkflowsCtx, steps: SweepSteps): Promise<WorkflowRun> {
  const unheard = await noteWhoRuns(ctx, { action: 'workflows.sweep', resource: 'workflows/sweep' });
  if (unheard) throw unheard;
  const claimed = await claimSweep(ctx, { scheduleMode: 'manual' });
  if (claimed === 'busy' || claimed === 'done') throw sweepRunning();
  const { id, leaseOwner: _, periodKey: __, ...run } = await runSweep(ctx, claimed, steps);
  if (id === undefined) throw recordedLater();
  return { ...run, id };
}

function sweepRunning(): AppError {
  const message = 'Another sweep is under way. Its result is there in a moment.';
  return new AppError('Conflict', 'workflows.sweep_running', message);
}
