import type { DatabaseSync } from 'node:sqlite';

/** All of it or nothing; a failure leaves no transaction open that the next one would stumble over. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('begin immediate');
  try {
    const result = work();
    db.exec('commit');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('rollback');
    throw error;
  }
}
