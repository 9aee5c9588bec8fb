import { oracleCompileOnlyDialect } from '@octo/platform/database/engines/oracle/dialect.ts';
import { CamelCasePlugin, Kysely } from 'kysely';

/** Writes statements as Oracle gets them, and runs none. */
export function compileOnly<Tables>(): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: oracleCompileOnlyDialect(), plugins: [new CamelCasePlugin()] });
}
