import type { Dialect } from 'kysely';
import type { Engine } from '../engine.ts';
import { PostgresEngineAdapter } from './adapter.ts';
import { UnquotedCompiler } from './compiler.ts';
import type { PostgresDriver } from './driver.ts';
import { postgresIntrospector } from './introspector.ts';

export function postgresDialect(driver: PostgresDriver, engine: Engine): Dialect {
  return {
    createAdapter: () => new PostgresEngineAdapter(engine),
    createDriver: () => driver,
    createIntrospector: postgresIntrospector,
    createQueryCompiler: () => new UnquotedCompiler(),
  };
}
