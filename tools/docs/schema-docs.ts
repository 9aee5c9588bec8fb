import { join } from 'node:path';
import { startEmbeddedPostgres } from '@octo/platform/embedded-postgres/start.ts';
import { runCommand } from '../check/run-command.ts';
import type { ToolsConfig } from '../config.ts';
import { makeRunDir } from '../test/run-dir.ts';

/** Writes docs/data-model.md and the table types from the migrations, run on a database that is thrown away. */
export async function writeSchemaDocs({ rootDir, testDatabaseUrl }: ToolsConfig): Promise<void> {
  await using runDir = await makeRunDir();
  await using server = testDatabaseUrl
    ? undefined
    : await startEmbeddedPostgres({ dataDir: runDir.databaseDir, password: 'docs', durable: false });
  const url = testDatabaseUrl ?? server?.url ?? '';
  const { isGood, output } = await runCommand(process.execPath, [join('database', 'write-docs.ts'), url], rootDir);
  if (!isGood) throw new Error(`database/write-docs.ts failed:\n${output}`);
}
