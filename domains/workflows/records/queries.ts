import { comesAfter, type Position, type Sort } from '@octo/platform/paging/keyset.ts';
import { query } from '../../context.ts';
import type { Execution, NewExecution, RunStatus } from './execution.ts';
import type { WorkflowRun } from './run.ts';
import type { NewSnapshot } from './snapshot.ts';

interface ExecutionValues extends Omit<NewExecution, 'durationMs'> {
  id: number;
  workflowRunId: number | null;
  durationMs: string | null;
}

export const insertExecution = query.write('workflows.insertExecution', (db, input: ExecutionValues) =>
  db.insertInto('queryExecutions').values(input),
);

interface SnapshotValues extends Omit<NewSnapshot, 'latencyMs'> {
  id: number;
  workflowRunId: number | null;
  latencyMs: string | null;
}

export const insertSnapshots = query.write('workflows.insertSnapshots', (db, input: { snapshots: SnapshotValues[] }) =>
  db.insertInto('componentSnapshots').values(input.snapshots),
);

interface FinishedRunValues extends Omit<WorkflowRun, 'durationMs'> {
  durationMs: string | null;
  periodKey: string | null;
}

/** A run that was made while the database was away, unless another replica has made the one of that period. */
export const insertFinishedRun = query.insertIfAbsent('workflows.insertFinishedRun', (db, input: FinishedRunValues) =>
  db.insertInto('workflowRuns').values(input),
);

interface RunEnd {
  id: number;
  leaseOwner: string;
  status: RunStatus;
  resultSummary: string | null;
  durationMs: string | null;
  completedAt: Date | null;
}

/** Changes nothing when the lease was lost: then another replica has closed the run. */
export const finishRun = query.write('workflows.finishRun', (db, { id, leaseOwner, ...end }: RunEnd) =>
  db
    .updateTable('workflowRuns')
    .set({ ...end, runningKey: null, leaseOwner: null, leaseUntil: null })
    .where('id', '=', id)
    .where('leaseOwner', '=', leaseOwner),
);

const executionColumns = [
  'id',
  'workflowRunId',
  'queryName',
  'componentName',
  'sourceService',
  'scheduleMode',
  'actionName',
  'status',
  'expectedFailure',
  'rowCount',
  'durationMs',
  'errorMessage',
  'traceId',
  'createdAt',
] as const satisfies readonly (keyof Execution)[];

const runColumns = [
  'id',
  'workflowKey',
  'workflowLabel',
  'sourceService',
  'scheduleMode',
  'status',
  'resultSummary',
  'traceId',
  'durationMs',
  'startedAt',
  'completedAt',
] as const;

const snapshotColumns = [
  'id',
  'workflowRunId',
  'componentName',
  'componentType',
  'status',
  'sourceService',
  'latencyMs',
  'details',
  'traceId',
  'observedAt',
] as const;

interface Page {
  after: Position | undefined;
  limit: number;
}

function newestFirst(column: string): Sort {
  return { column, kind: 'instant', direction: 'desc' };
}

export const selectExecutions = query.readVarying(
  'workflows.selectExecutions',
  (db, input: Page & { queryName: string | undefined; status: RunStatus | undefined }) => {
    const { queryName, status, after } = input;
    const place = { value: 'createdAt', id: 'id' };
    let found = db.selectFrom('queryExecutions');
    if (queryName !== undefined) found = found.where('queryName', '=', queryName);
    if (status !== undefined) found = found.where('status', '=', status);
    if (after) found = found.where(comesAfter(newestFirst('createdAt'), place, after));
    return found.orderBy('createdAt', 'desc').orderBy('id', 'desc').fetch(input.limit).select(executionColumns);
  },
);

export const selectRuns = query.readVarying(
  'workflows.selectRuns',
  (db, input: Page & { status: RunStatus | undefined }) => {
    const { status, after } = input;
    let found = db.selectFrom('workflowRuns');
    if (status !== undefined) found = found.where('status', '=', status);
    if (after) found = found.where(comesAfter(newestFirst('startedAt'), { value: 'startedAt', id: 'id' }, after));
    return found.orderBy('startedAt', 'desc').orderBy('id', 'desc').fetch(input.limit).select(runColumns);
  },
);

export const selectSnapshots = query.readVarying(
  'workflows.selectSnapshots',
  (db, input: Page & { componentName: string | undefined }) => {
    const { componentName, after } = input;
    let found = db.selectFrom('componentSnapshots');
    if (componentName !== undefined) found = found.where('componentName', '=', componentName);
    if (after) found = found.where(comesAfter(newestFirst('observedAt'), { value: 'observedAt', id: 'id' }, after));
    return found.orderBy('observedAt', 'desc').orderBy('id', 'desc').fetch(input.limit).select(snapshotColumns);
  },
);

export const selectRun = query.read('workflows.selectRun', (db, input: { runId: number }) =>
  db.selectFrom('workflowRuns').where('id', '=', input.runId).select(runColumns),
);

/** A run makes few of them. */
const mostOfOneRun = 100;

export const selectExecutionsOfRun = query.read('workflows.selectExecutionsOfRun', (db, input: { runId: number }) =>
  db
    .selectFrom('queryExecutions')
    .where('workflowRunId', '=', input.runId)
    .orderBy('createdAt')
    .orderBy('id')
    .fetch(mostOfOneRun)
    .select(executionColumns),
);

export const selectSnapshotsOfRun = query.read('workflows.selectSnapshotsOfRun', (db, input: { runId: number }) =>
  db
    .selectFrom('componentSnapshots')
    .where('workflowRunId', '=', input.runId)
    .orderBy('id')
    .fetch(mostOfOneRun)
    .select(snapshotColumns),
);
