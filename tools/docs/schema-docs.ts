import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { generatedFiles } from '@octo/database/generated-files.ts';
import { migrate } from '@octo/database/migrate.ts';
import { connect, openAsOwner } from '@octo/database/owner-connection.ts';
import { withDatabase } from '@octo/database/urls.ts';
import { startEmbeddedPostgres } from '@octo/platform/embedded-postgres/start.ts';
import type { ToolsConfig } from '../config.ts';
import { makeRunDir } from '../test/run-dir.ts';

/** Writes docs/data-model.md and the table types from the migrations, run on a database that is thrown away. */
export async function writeSchemaDocs({ testDatabaseUrl }: ToolsConfig): Promise<void> {
  if (testDatabaseUrl) return writeFrom(testDatabaseUrl);
  await using runDir = await makeRunDir();
  await using server = await startEmbeddedPostgres({ dataDir: runDir.databaseDir, password: 'docs', durable: false });
  await writeFrom(server.url);
}

async function writeFrom(serverUrl: string): Promise<void> {
  const scratch = `octo_docs_${randomBytes(6).toString('hex')}`;
  const admin = await connect(serverUrl);
  try {
    await admin.query(`create database ${scratch}`);
    await using owner = await openAsOwner(withDatabase(serverUrl, scratch));
    await migrate(owner.schemaDb);
    for (const [path, content] of await generatedFiles(owner.client)) await writeFile(path, content);
  } finally {
    await admin.query(`drop database if exists ${scratch} with (force)`);
    await admin.end();
  }
}
