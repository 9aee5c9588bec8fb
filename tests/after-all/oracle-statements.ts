import { join } from 'node:path';
import { compileMigrations } from '@octo/database/migrate.ts';
import { oracleCompileOnlyDialect } from '@octo/platform/database/engines/oracle/dialect.ts';
import { lintOracle } from '@octo/platform/database/engines/oracle/lint.ts';
import { checkOracleSyntax } from '@octo/platform/database/engines/oracle/syntax.ts';
import { Kysely } from 'kysely';

/** The whole schema as Oracle gets it, statement by statement. */
export function migrationStatements(): string[] {
  const db = new Kysely<unknown>({ dialect: oracleCompileOnlyDialect() });
  return compileMigrations(db).map((statement) => statement.sql);
}

/** What the rules of the common ground and Oracle's own grammar hold against these statements. */
export async function faultsOfStatements(rootDir: string, statements: readonly string[]): Promise<string[]> {
  const linted = statements.flatMap((sql) => lintOracle(sql).map((fault) => `${fault}\n      ${sql}`));
  const cacheDir = join(rootDir, 'node_modules/.cache/oracle-syntax');
  const complaints = await checkOracleSyntax([...statements], cacheDir);
  return [...linted, ...[...complaints].map(([sql, complaint]) => `Oracle does not take: ${complaint}\n      ${sql}`)];
}
