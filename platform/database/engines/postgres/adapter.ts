import { PostgresAdapter } from 'kysely';
import type { Engine } from '../engine.ts';

/** What Kysely may assume of PostgreSQL, and our engine beside it. */
export class PostgresEngineAdapter extends PostgresAdapter {
  readonly engine: Engine;

  constructor(engine: Engine) {
    super();
    this.engine = engine;
  }
}
