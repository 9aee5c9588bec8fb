import { insertLockRow, lockMigrations, type MigrationDb } from './migration-log.ts';
import { oracleCode } from './oracle-code.ts';

const rowIsThere = 'ORA-00001';
const waitedInVain = ['ORA-30006', 'ORA-00054'];

/**
 * Does the work while no other run can. The lock is a row, locked by a transaction on a session of its own, since DDL would end it
 * on the session that does the work; a crash ends the session, and with it the lock. `holdOn` is to be called between the steps: it
 * fails when the lock is lost, and keeps the session from looking idle, which a database ends while another waits for it.
 */
export async function whileLocked<T>(db: MigrationDb, work: (holdOn: () => Promise<void>) => Promise<T>): Promise<T> {
  await ensureLockRow(db);
  return await db.transaction().execute(async (transaction) => {
    const holdOn = async () => {
      await lockMigrations.execute(transaction);
    };
    await holdOn().catch(explain);
    return await work(holdOn);
  });
}

async function ensureLockRow(db: MigrationDb): Promise<void> {
  try {
    await insertLockRow(db).execute();
  } catch (error) {
    if (oracleCode(error) !== rowIsThere) throw error;
  }
}

function explain(error: unknown): never {
  if (!waitedInVain.includes(oracleCode(error))) throw error;
  throw new Error('Another run is migrating this schema and has not come to its end. Try again when it has.', {
    cause: error,
  });
}
