import { join } from 'node:path';
import { compileMigrations } from '@octo/database/migrate.ts';
import { definitions } from '@octo/platform/database/engines/oracle/cases/definitions.ts';
import { reads } from '@octo/platform/database/engines/oracle/cases/reads.ts';
import { writes } from '@octo/platform/database/engines/oracle/cases/writes.ts';
import { oracleCompileOnlyDialect } from '@octo/platform/database/engines/oracle/dialect.ts';
import { lintOracle } from '@octo/platform/database/engines/oracle/lint.ts';
import { checkOracleSyntax } from '@octo/platform/database/engines/oracle/syntax.ts';
import { idleDetours } from '@octo/platform/database/engines/oracle/syntax-detours.ts';
import { Kysely } from 'kysely';
import { beyondGaps } from './grammar-gaps.ts';

/** The whole schema as Oracle gets it, statement by statement. */
export function migrationStatements(): string[] {
  const db = new Kysely<unknown>({ dialect: oracleCompileOnlyDialect() });
  return compileMigrations(db).map((statement) => statement.sql);
}

/** What our rules and Oracle's own grammar hold against all that Oracle is ever sent. */
export async function faultsOfAll(rootDir: string, statements: readonly string[]): Promise<string[]> {
  const complaints = await checkOracleSyntax([...statements], cacheIn(rootDir));
  const compiled = [...reads, ...writes, ...definitions].map(({ sql }) => sql);
  const idle = idleDetours([...statements, ...compiled]).map(
    (reason) => `no statement takes this detour any more: ${reason}`,
  );
  return [...lintFaults(statements), ...beyondGaps(statements, complaints), ...idle];
}

/** What they hold against some statements. */
export async function faultsOfStatements(rootDir: string, statements: readonly string[]): Promise<string[]> {
  return [...lintFaults(statements), ...(await faultsOfGrammar(rootDir, statements))];
}

export async function faultsOfGrammar(rootDir: string, statements: readonly string[]): Promise<string[]> {
  return beyondGaps(statements, await checkOracleSyntax([...statements], cacheIn(rootDir)), []);
}

function lintFaults(statements: readonly string[]): string[] {
  return statements.flatMap((sql) => lintOracle(sql).map((fault) => `${fault}\n      ${sql}`));
}

function cacheIn(rootDir: string): string {
  return join(rootDir, 'node_modules/.cache/oracle-syntax');
}
