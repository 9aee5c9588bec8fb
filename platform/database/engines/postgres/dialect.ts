import { type Dialect, type Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { Engine } from '../engine.ts';
import type { PostgresDriver } from './driver.ts';

export function postgresDialect(driver: PostgresDriver, engine: Engine): Dialect {
  return {
    createAdapter: () => new PostgresEngineAdapter(engine),
    createDriver: () => driver,
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new UnquotedCompiler(),
  };
}

class PostgresEngineAdapter extends PostgresAdapter {
  readonly engine: Engine;

  constructor(engine: Engine) {
    super();
    this.engine = engine;
  }
}

/** Our names are plain snake_case on both engines and are sent as they are. */
class UnquotedCompiler extends PostgresQueryCompiler {
  protected override getLeftIdentifierWrapper(): string {
    return '';
  }

  protected override getRightIdentifierWrapper(): string {
    return '';
  }
}
