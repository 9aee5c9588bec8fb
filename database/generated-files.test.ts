import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { test } from 'node:test';
import { generatedFiles } from './generated-files.ts';
import { connect } from './owner-connection.ts';
import { createTestDatabase } from './testing/test-database.ts';

test('the table types and docs/data-model.md say what the migrations make', async () => {
  await using database = await createTestDatabase();
  const client = await connect(database.ownerUrl);
  const files = await generatedFiles(client);
  await client.end();
  assert.equal(files.size, 2);
  for (const [path, content] of files) {
    const written = await readFile(path, 'utf8');
    assert.ok(written === content, `${basename(path)} is out of date: run \`npm run docs\``);
  }
});
