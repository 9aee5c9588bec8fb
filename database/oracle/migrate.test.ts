import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oracleError } from '@octo/platform/database/engines/oracle/testing/oracle-error.ts';
import type { RecordingClient } from '@octo/platform/database/engines/oracle/testing/recording-client.ts';
import { migrations } from '../migrations/index.ts';
import { migrateOracle, migrationTexts } from './migrate.ts';
import { openOracleAs } from './open-oracle.ts';
import { emptySchema, type PlayedSchema, playSchema } from './testing/played-schema.ts';
import { toleratedCodes } from './tolerated-codes.ts';

const few = new Map([
  [
    '0001-things',
    [
      'create sequence ids start with 1 increment by 50',
      'create table things (id number(19) primary key, name varchar2(20 char), kind varchar2(5 char))',
      'create index things_name_ix on things (name)',
      "insert into things (id, name) values (1, 'first')",
    ],
  ],
  [
    '0002-more',
    [
      'alter table things add (size_in_cm number(10))',
      "alter table things add constraint things_kind_ck check (kind in ('a', 'b'))",
      'alter table things drop constraint things_kind_ck',
      "comment on table things is 'Things'",
      'create view query_things as select id from things',
    ],
  ],
]);

async function migrateOn(recording: RecordingClient, texts?: typeof few): Promise<string[]> {
  const signIn = {
    dsn: 'tcps://db.example.com:1522/octo_tp',
    user: 'octo_owner',
    credential: { password: 'Password1234' },
    wallet: undefined,
    schema: undefined,
  };
  await using owner = openOracleAs(signIn, recording.client);
  return await migrateOracle(owner.schemaDb, texts);
}

/** What a run that nothing disturbs leaves. */
async function undisturbed(): Promise<{ schema: PlayedSchema; trips: number }> {
  const schema = emptySchema();
  const recording = playSchema(schema);
  assert.deepEqual(await migrateOn(recording, few), [...few.keys()]);
  return { schema, trips: recording.trips().length };
}

test('runs every migration once, and nothing the second time', async () => {
  const schema = emptySchema();
  assert.deepEqual(await migrateOn(playSchema(schema)), Object.keys(migrations));
  const texts = [...migrationTexts().values()].flat();
  assert.deepEqual([...schema.definitions, ...schema.rows].sort(), [...texts].sort());
  assert.equal(schema.steps.size, texts.length);
  assert.ok([...schema.steps.values()].every(({ isDone }) => isDone));
  const second = playSchema(schema);
  assert.deepEqual(await migrateOn(second), []);
  assert.equal(second.texts().filter((text) => !/schema_migration|^commit$/.test(text)).length, 0);
});

test('goes on from where it stopped, wherever the session is lost', async () => {
  const { schema: whole, trips } = await undisturbed();
  assert.ok(trips > 35, `${trips} trips`);
  for (let trip = 1; trip <= trips; trip += 1) {
    for (const when of ['before', 'after'] as const) {
      const schema = emptySchema();
      // The last trip ends the lock's transaction, when everything is done.
      await assert.rejects(migrateOn(playSchema(schema, { trip, when }), few), `lost ${when} trip ${trip}`);
      await migrateOn(playSchema(schema), few);
      // A comment that is made again is made again, and says the same.
      assert.deepEqual([...new Set(schema.definitions)], whole.definitions, `lost ${when} trip ${trip}`);
      assert.deepEqual({ ...schema, definitions: [] }, { ...whole, definitions: [] }, `lost ${when} trip ${trip}`);
    }
  }
});

test('writes rows and their note in one transaction, each definition between its two notes', async () => {
  const recording = playSchema(emptySchema());
  await migrateOn(recording, few);
  const texts = recording.texts().map((text) => text.split(' ').slice(0, 3).join(' '));
  const insert = texts.indexOf('insert into things');
  assert.deepEqual(texts.slice(insert, insert + 3), [
    'insert into things',
    'insert into schema_migration_steps',
    'commit',
  ]);
  const table = texts.indexOf('create table things');
  assert.deepEqual(
    texts.slice(table - 2, table + 2),
    [
      'select id from',
      'insert into schema_migration_steps',
      'create table things',
      'update schema_migration_steps set',
    ].map((text) => text.split(' ').slice(0, 3).join(' ')),
  );
});

test('says which step of which migration failed, and of what', async () => {
  const schema = emptySchema();
  const recording = playSchema(schema);
  recording.answer(/^create index things_name_ix/, { error: oracleError('ORA-01031') });
  await assert.rejects(
    migrateOn(recording, few),
    /^Error: Migration 0001-things stopped at step 3 with ORA-01031, .* create index things_name_ix on things \(name\)$/,
  );
  assert.deepEqual(schema.applied, []);
  assert.deepEqual(await migrateOn(playSchema(schema), few), [...few.keys()]);
});

test('takes "it is there already" for done only after an interruption', async () => {
  const schema = emptySchema();
  schema.definitions.push('create index things_name_ix on things (name)');
  await assert.rejects(migrateOn(playSchema(schema), few), /0001-things stopped at step 3 with ORA-00955/);
});

test('takes no other failure for done, even after an interruption', async () => {
  const schema = emptySchema();
  const lost = playSchema(schema);
  lost.answer(/^create table things/, { error: oracleError('NJS-500') });
  await assert.rejects(migrateOn(lost, few), /0001-things stopped at step 2 with NJS-500/);
  const full = playSchema(schema);
  full.answer(/^create table things/, { error: oracleError('ORA-01950') });
  await assert.rejects(migrateOn(full, few), /0001-things stopped at step 2 with ORA-01950/);
});

test('refuses a migration that was changed after it had begun', async () => {
  const schema = emptySchema();
  const recording = playSchema(schema);
  recording.answer(/^create index things_name_ix/, { error: oracleError('ORA-01031') });
  await assert.rejects(migrateOn(recording, few));
  const [sequence = '', ...others] = few.get('0001-things') ?? [];
  const changed = new Map(few).set('0001-things', [sequence.replace('50', '100'), ...others]);
  await assert.rejects(migrateOn(playSchema(schema), changed), /0001-things was changed after its step 1 had begun/);
});

test('leaves a schema alone that is newer than this release', async () => {
  const schema = emptySchema();
  schema.applied.push('0001-things', '0002-more', '0003-unknown');
  await assert.rejects(migrateOn(playSchema(schema), few), /newer than this release: it has 0003-unknown/);
  assert.deepEqual(schema.definitions, []);
});

test('changes nothing while another run holds the lock', async () => {
  const schema = emptySchema();
  const recording = playSchema(schema);
  recording.answer(/^select id from schema_migrations_lock .* for update wait \d+$/, {
    error: oracleError('ORA-30006'),
  });
  await assert.rejects(migrateOn(recording, few), /Another run is migrating this schema/);
  assert.deepEqual(schema.definitions, []);
});

test('holds the lock on a session that does nothing else, and stops when it is lost', async () => {
  const schema = emptySchema();
  const recording = playSchema(schema);
  await migrateOn(recording, few);
  const trips = recording.trips();
  const holder = trips.find((trip) => 'sql' in trip && trip.sql.includes('for update'))?.session;
  const ofHolder = trips.filter(({ session }) => session === holder);
  assert.ok(ofHolder.filter((trip) => 'sql' in trip && trip.sql.includes('for update')).length > 9);
  assert.deepEqual(new Set(ofHolder.flatMap((trip) => ('sql' in trip ? [] : [trip.call]))), new Set(['commit']));
  assert.ok(
    trips.every(
      (trip) =>
        !('sql' in trip) ||
        !/^(create|alter)/.test(trip.sql) ||
        trip.session !== holder ||
        /if not exists/.test(trip.sql),
    ),
  );

  const second = emptySchema();
  const losing = playSchema(second);
  const held = { columns: [], rows: [] };
  losing.answer(/for update wait/, held, held, held, { error: oracleError('NJS-500') });
  await assert.rejects(migrateOn(losing, few));
  assert.equal(second.definitions.length, 2);
});

test('knows for every statement of the migrations what it would mean to find it done', () => {
  for (const text of [...migrationTexts().values()].flat()) {
    if (!text.startsWith('insert ')) assert.ok(toleratedCodes(text).length > 0 || text.startsWith('comment '), text);
  }
  assert.throws(() => toleratedCodes('truncate table orders'), /knows no statement like/);
});
