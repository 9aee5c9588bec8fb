import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOracle } from '@octo/platform/database/address.ts';
import { migrationTexts } from './oracle/migrate.ts';
import { openOracleAs } from './oracle/open-oracle.ts';
import { readCompiledSchema } from './oracle/read-compiled-schema.ts';
import { readOracleSchema } from './oracle/read-schema.ts';
import { connect } from './owner-connection.ts';
import { readSchemaForm } from './read-schema-form.ts';
import { type SchemaForm, schemaDifferences } from './schema-form.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

// Also a part of the conformance suite: there the database may be an Oracle.
test('the database that the tests run on has the schema that the migrations say', async () => {
  await using database = await createTestDatabase();
  const migrated = readCompiledSchema([...migrationTexts().values()].flat());
  const differences = schemaDifferences(['the database', await schemaOf(database)], ['the migrations', migrated]);
  assert.deepEqual(differences, []);
});

async function schemaOf({ addresses: { owner } }: TestDatabase): Promise<SchemaForm> {
  if (isOracle(owner)) {
    await using session = openOracleAs(owner.oracle);
    return await readOracleSchema(session.schemaDb);
  }
  const client = await connect(owner.url);
  try {
    return await readSchemaForm(client);
  } finally {
    await client.end();
  }
}
