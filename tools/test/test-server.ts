import { startEmbeddedPostgres } from '@octo/platform/embedded-postgres/start.ts';
import type { ToolsConfig } from '../config.ts';
import type { RunDir } from './run-dir.ts';

/** A PostgreSQL for the tests: the one that was named, or one of the run's own. */
export async function openTestServer(
  { testDatabaseUrl }: ToolsConfig,
  { databaseDir }: RunDir,
): Promise<{ url: string } & AsyncDisposable> {
  if (testDatabaseUrl) return { url: testDatabaseUrl, [Symbol.asyncDispose]: async () => undefined };
  return startEmbeddedPostgres({ dataDir: databaseDir, password: 'tests', durable: false });
}

const databaseSetting = /^(?:DATABASE|QUERY_DATABASE|INSIGHT_DATABASE|ORACLE|TEST_DATABASE)_/;

/** What the processes of a run are given. What the person's shell says of databases must not change what a test sees. */
export function testEnvironment(
  { environment }: ToolsConfig,
  { recordsDir, tempDir, compiledDir }: RunDir,
  database: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  const rest = Object.entries(environment).filter(([name]) => !databaseSetting.test(name));
  const ofTheRun = { OCTO_TEST_RUN_DIR: recordsDir, TMPDIR: tempDir, NODE_COMPILE_CACHE: compiledDir };
  return { ...Object.fromEntries(rest), ...database, ...ofTheRun };
}
