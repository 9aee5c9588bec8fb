import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { oracleCompileOnlyDialect } from '@octo/platform/database/engines/oracle/dialect.ts';
import { lintOracle } from '@octo/platform/database/engines/oracle/lint.ts';
import { Kysely } from 'kysely';
import { compileMigrations, migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { connect, openAsOwner } from './owner-connection.ts';
import { testServerUrl } from './testing/test-database.ts';
import { withDatabase } from './urls.ts';

async function inEmptyDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const name = `octo_migrate_${randomBytes(6).toString('hex')}`;
  const admin = await connect(testServerUrl());
  await admin.query(`create database ${name}`);
  try {
    await work(withDatabase(testServerUrl(), name));
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

test('runs every migration once, and nothing the second time', async () => {
  await inEmptyDatabase(async (url) => {
    await using owner = await openAsOwner(url);
    assert.deepEqual(await migrate(owner.schemaDb), Object.keys(migrations));
    assert.deepEqual(await migrate(owner.schemaDb), []);
    const { rows } = await owner.client.query('select id, version from catalog_version');
    assert.deepEqual(rows, [{ id: 1, version: '1' }]);
  });
});

test('lets one of several runs at the same time do the work', async () => {
  await inEmptyDatabase(async (url) => {
    const ran = await Promise.all(
      Array.from({ length: 4 }, async () => {
        await using owner = await openAsOwner(url);
        return await migrate(owner.schemaDb);
      }),
    );
    assert.deepEqual(ran.flat().sort(), Object.keys(migrations));
    assert.equal(ran.filter((names) => names.length > 0).length, 1);
  });
});

test('leaves the schema of a newer release as it is, and says so', async () => {
  await inEmptyDatabase(async (url) => {
    await using owner = await openAsOwner(url);
    await migrate(owner.schemaDb);
    await owner.client.query(
      "insert into schema_migrations (name, timestamp) values ('9999-later', '2999-01-01T00:00:00.000Z')",
    );
    await assert.rejects(migrate(owner.schemaDb), /^Error: The schema is newer than this release: it has 9999-later\./);
  });
});

test('leaves nothing behind when a migration fails', async () => {
  await inEmptyDatabase(async (url) => {
    await using owner = await openAsOwner(url);
    await owner.client.query('create table tickets (id int)');
    await assert.rejects(migrate(owner.schemaDb), /tickets.*already exists/);
    const { rows } = await owner.client.query("select relname from pg_class where relname in ('customers', 'orders')");
    assert.deepEqual(rows, []);
    await owner.client.query('drop table tickets');
    assert.equal((await migrate(owner.schemaDb)).length, Object.keys(migrations).length);
  });
});

test('says everything in words that Oracle takes too', () => {
  const statements = compileMigrations(new Kysely<unknown>({ dialect: oracleCompileOnlyDialect() }));
  assert.ok(statements.length > 200);
  const faults = statements.flatMap(({ migration, sql }) =>
    lintOracle(sql).map((fault) => `${migration}: ${fault} in ${sql}`),
  );
  assert.deepEqual(faults, []);
  const customers = statements.find(({ sql }) => /^create table customers/.test(sql))?.sql ?? '';
  assert.match(customers, /\bname varchar2\(200 char\) not null/);
  assert.match(customers, /\brevenue number\(12,2\) default 0 not null/);
});
