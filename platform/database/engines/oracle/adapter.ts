import { DialectAdapterBase } from 'kysely';
import type { Engine } from '../engine.ts';

/** What Kysely may assume of Oracle: DDL commits by itself, and rows come back from writes, through out binds. */
export class OracleAdapter extends DialectAdapterBase {
  readonly engine: Engine;

  constructor(engine: Engine) {
    super();
    this.engine = engine;
  }

  override get supportsTransactionalDdl(): boolean {
    return false;
  }

  override get supportsReturning(): boolean {
    return true;
  }

  // A row lock would end with the first DDL statement; migrations keep their own lock row.
  override acquireMigrationLock(): Promise<void> {
    return Promise.reject(new Error("Kysely's migrator cannot lock an Oracle schema: run the migrations of database/"));
  }

  override releaseMigrationLock(): Promise<void> {
    return Promise.resolve();
  }
}
