// Usage: node database/write-docs.ts postgres://superuser:password@host:port/postgres
// Writes database/tables.ts and docs/data-model.md from the migrations, run in a database of its own that is dropped again.
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { generatedFiles } from './generated-files.ts';
import { migrate } from './migrate.ts';
import { connect, openAsOwner } from './owner-connection.ts';
import { withDatabase } from './urls.ts';

const serverUrl = process.argv[2];
if (!serverUrl) throw new Error('usage: node database/write-docs.ts <url of a PostgreSQL where databases may be made>');
const scratch = `octo_docs_${randomBytes(6).toString('hex')}`;
const admin = await connect(serverUrl);
await admin.query(`create database ${scratch}`);
try {
  await using owner = await openAsOwner(withDatabase(serverUrl, scratch));
  await migrate(owner.schemaDb);
  for (const [path, content] of await generatedFiles(owner.client)) await writeFile(path, content);
} finally {
  await admin.query(`drop database if exists ${scratch} with (force)`);
  await admin.end();
}
