import { query } from '../../context.ts';
import type { ScheduleMode } from '../records/execution.ts';

interface NewRun {
  id: number;
  workflowKey: string;
  workflowLabel: string;
  sourceService: string;
  scheduleMode: ScheduleMode;
  status: 'running';
  startedAt: Date;
  runningKey: string;
  periodKey: string | null;
  leaseOwner: string;
  leaseUntil: Date;
}

/** Refused by the run that is under way, and by the one that this period has had. */
export const insertRun = query.insertIfAbsent('workflows.insertRun', (db, input: NewRun) =>
  db.insertInto('workflowRuns').values(input),
);

/** A run whose replica was not heard of until its lease ended. */
export const closeAbandonedRun = query.write(
  'workflows.closeAbandonedRun',
  (db, input: { runningKey: string; now: Date; resultSummary: string }) =>
    db
      .updateTable('workflowRuns')
      .set({ status: 'error', resultSummary: input.resultSummary, completedAt: input.now })
      .set({ runningKey: null, leaseOwner: null, leaseUntil: null })
      .where('runningKey', '=', input.runningKey)
      .where('leaseUntil', '<', input.now),
);

export const selectRunOfPeriod = query.read('workflows.selectRunOfPeriod', (db, input: { periodKey: string }) =>
  db.selectFrom('workflowRuns').where('periodKey', '=', input.periodKey).select('id'),
);

/** Changes nothing when the lease was lost. */
export const extendLease = query.write(
  'workflows.extendLease',
  (db, input: { id: number; leaseOwner: string; leaseUntil: Date; traceId: string }) =>
    db
      .updateTable('workflowRuns')
      .set({ leaseUntil: input.leaseUntil, traceId: input.traceId })
      .where('id', '=', input.id)
      .where('leaseOwner', '=', input.leaseOwner),
);
