import type { ActiveFaultsTable } from '@octo/database/tables.ts';
import { query } from '../context.ts';

export const insertFault = query.insertIfAbsent('simulation.insertFault', (db, input: ActiveFaultsTable) =>
  db.insertInto('activeFaults').values(input),
);

export const deleteExpiredFault = query.write('simulation.deleteExpiredFault', (db, input: { id: string; now: Date }) =>
  db.deleteFrom('activeFaults').where('id', '=', input.id).where('expiresAt', '<=', input.now),
);

/** One that is active, with its row held. */
export const lockFault = query.read('simulation.lockFault', (db, input: { id: string; now: Date }) =>
  db
    .selectFrom('activeFaults')
    .where('id', '=', input.id)
    .where('expiresAt', '>', input.now)
    .select(['target', 'expiresAt'])
    .forUpdate(),
);

export const deleteFault = query.write('simulation.deleteFault', (db, input: { id: string }) =>
  db.deleteFrom('activeFaults').where('id', '=', input.id),
);

export const selectActiveFaults = query.read('simulation.selectActiveFaults', (db, input: { now: Date }) =>
  db
    .selectFrom('activeFaults')
    .where('expiresAt', '>', input.now)
    .orderBy('appliedAt')
    .orderBy('id')
    .fetch(100)
    .select(['id', 'appliedBy', 'appliedAt', 'expiresAt', 'traceId']),
);
