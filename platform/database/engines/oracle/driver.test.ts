import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AbortedTransactionError, sql } from 'kysely';
import type { ThingTables } from '../../testing/things.ts';
import { column } from './testing/oracle-columns.ts';
import { oracleError } from './testing/oracle-error.ts';
import { openRecorded } from './testing/recorded-database.ts';
import { insert, kite, read, rename } from './testing/thing-statements.ts';

const insertion = /^insert into things/;
const change = /^update things/;
const selection = /^select/;

test('a statement outside of a transaction is committed in its one call, in a session that is given back', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(selection, kite);
  assert.deepEqual(await read(oracle.db), [{ id: 1, name: 'kite' }]);
  assert.equal((await rename(oracle.db))[0]?.numUpdatedRows, 0n);
  const trips = oracle.trips();
  assert.deepEqual(
    trips.map((trip) => trip.call === 'execute' && [trip.session, trip.autoCommit]),
    [
      [1, true],
      [1, true],
    ],
  );
  assert.equal(oracle.calls.filter(({ call }) => call === 'close').length, 2);
});

test('a transaction commits its statements together, and begins with the first of them', async () => {
  await using oracle = openRecorded<ThingTables>();
  await oracle.db.transaction().execute(async (db) => {
    await insert(db);
    await rename(db);
  });
  const [first, second, last, ...others] = oracle.trips();
  assert.ok(first?.call === 'execute' && second?.call === 'execute' && last?.call === 'commit');
  assert.equal(
    first.sql,
    'insert into things (id, name, amount, unit_count, born_at, parent_id) values (:1, :2, :3, :4, :5, :6)',
  );
  assert.deepEqual(first.binds.slice(0, 3), [1, 'kite', '95.50']);
  assert.deepEqual([first.autoCommit, second.autoCommit, first.session, second.session], [false, false, 1, 1]);
  assert.deepEqual(others, []);
});

test('what the work throws rolls the transaction back, and is thrown', async () => {
  await using oracle = openRecorded<ThingTables>();
  const work = oracle.db.transaction().execute(async (db) => {
    await insert(db);
    throw new Error('changed our mind');
  });
  await assert.rejects(work, /changed our mind/);
  assert.deepEqual(oracle.texts().slice(1), ['rollback']);
});

test('a transaction says which isolation it wants, when it is not the default', async () => {
  await using oracle = openRecorded<ThingTables>();
  const levels = ['read committed', 'serializable', 'repeatable read'] as const;
  for (const level of levels) await oracle.db.transaction().setIsolationLevel(level).execute(rename);
  await oracle.db
    .transaction()
    .setAccessMode('read only')
    .execute(async () => undefined);
  assert.deepEqual(
    oracle.texts().filter((text) => text.startsWith('set')),
    [
      'set transaction isolation level serializable',
      'set transaction isolation level serializable',
      'set transaction read only',
    ],
  );
});

test('savepoints are set and returned to, and never released', async () => {
  await using oracle = openRecorded<ThingTables>();
  const transaction = await oracle.db.startTransaction().execute();
  const inner = await transaction.savepoint('before_rename').execute();
  await rename(inner);
  await (await inner.rollbackToSavepoint('before_rename').execute()).releaseSavepoint('before_rename').execute();
  await transaction.commit().execute();
  assert.deepEqual(oracle.texts(), [
    'savepoint before_rename',
    'update things set name = :1 where id = :2',
    'rollback to savepoint before_rename',
    'commit',
  ]);
});

test('a transaction whose statement failed is not taken for committed, even when the work hides the failure', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(insertion, { error: oracleError('ORA-00001') });
  const work = oracle.db.transaction().execute(async (db) => {
    await rename(db);
    await insert(db).catch(() => undefined);
  });
  await assert.rejects(work, AbortedTransactionError);
  assert.deepEqual(oracle.texts().slice(2), ['rollback']);
});

test('a return to a savepoint takes the failure of a statement back', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(insertion, { error: oracleError('ORA-00001') });
  const transaction = await oracle.db.startTransaction().execute();
  const inner = await transaction.savepoint('before').execute();
  await assert.rejects(insert(inner));
  await inner.rollbackToSavepoint('before').execute();
  await transaction.commit().execute();
  assert.equal(oracle.texts().at(-1), 'commit');
});

test('of statements sent side by side none outlives the transaction that one of them failed', async () => {
  await using oracle = openRecorded<ThingTables>();
  const { promise, resolve } = Promise.withResolvers<void>();
  oracle.answer(insertion, { error: oracleError('ORA-02291') });
  const late: Promise<unknown>[] = [];
  const work = oracle.db.transaction().execute(async (db) => {
    late.push(promise.then(() => rename(db)));
    await insert(db);
  });
  await assert.rejects(work, { errorNum: 2291 });
  resolve();
  await assert.rejects(Promise.all(late));
  assert.ok(!oracle.texts().some((text) => change.test(text)));
});

test('streaming is refused', async () => {
  await using oracle = openRecorded<ThingTables>();
  await assert.rejects(oracle.db.selectFrom('things').selectAll().stream().next(), /bounded/);
});

test('a handle on Oracle introspects through the same driver', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(/from all_users/, { columns: [column.text('USERNAME')], rows: [['OCTO_OWNER']] });
  assert.deepEqual(await oracle.db.introspection.getSchemas(), [{ name: 'octo_owner' }]);
  const { rows } = await sql<{ username: string }>`select username from all_users`.execute(oracle.db);
  assert.deepEqual(rows, [{ username: 'OCTO_OWNER' }]);
});
