import { query } from '../../context.ts';

/** How many rows one statement deletes at the most, so that none holds others up. */
export const purgeStep = 1000;

export const deleteExecutionsBefore = query.write('workflows.deleteExecutionsBefore', (db, input: { before: Date }) =>
  db
    .deleteFrom('queryExecutions')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('queryExecutions as e')
        .where('e.createdAt', '<', input.before)
        .orderBy('e.createdAt')
        .fetch(purgeStep)
        .select('e.id'),
    ),
);

export const deleteSnapshotsBefore = query.write('workflows.deleteSnapshotsBefore', (db, input: { before: Date }) =>
  db
    .deleteFrom('componentSnapshots')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('componentSnapshots as s')
        .where('s.observedAt', '<', input.before)
        .orderBy('s.observedAt')
        .fetch(purgeStep)
        .select('s.id'),
    ),
);

/** Runs that nothing younger belongs to. */
export const deleteRunsBefore = query.write('workflows.deleteRunsBefore', (db, input: { before: Date }) =>
  db.deleteFrom('workflowRuns').where('id', 'in', (eb) =>
    eb
      .selectFrom('workflowRuns as r')
      .where('r.startedAt', '<', input.before)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('queryExecutions as e').whereRef('e.workflowRunId', '=', 'r.id').select('e.id'))),
      )
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('componentSnapshots as s').whereRef('s.workflowRunId', '=', 'r.id').select('s.id'))),
      )
      .orderBy('r.startedAt')
      .fetch(purgeStep)
      .select('r.id'),
  ),
);
