import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AbortedTransactionError, type Kysely, sql } from 'kysely';
import { AppError, type ErrorKind } from '../../../errors/app-error.ts';
import type { ThingTables } from '../../testing/things.ts';
import { column } from './testing/oracle-columns.ts';
import { oracleError } from './testing/oracle-error.ts';
import { openRecorded } from './testing/recorded-database.ts';

const insertion = /^insert into things/;
const change = /^update things/;
const selection = /^select/;
const thing = { id: 1, name: 'kite', amount: '95.50', unitCount: null, bornAt: null, parentId: null };
const kite = { columns: [column.number('ID', 19), column.text('NAME')], rows: [[1, 'kite']] };

function fails(kind: ErrorKind, code: string): (error: unknown) => boolean {
  return (error) =>
    error instanceof AppError && error.kind === kind && error.code === code && !/ORA-|NJS-/.test(error.message);
}
const unavailable = fails('Unavailable', 'database.unavailable');

const insert = (db: Kysely<ThingTables>) => db.insertInto('things').values(thing).execute();
const rename = (db: Kysely<ThingTables>) => db.updateTable('things').set({ name: 'bow' }).where('id', '=', 1).execute();
const read = (db: Kysely<ThingTables>) => db.selectFrom('things').select(['id', 'name']).execute();

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

test('a session lost in the middle of a transaction fails all of it and is not lent again', async () => {
  await using oracle = openRecorded<ThingTables>({ poolMax: 1 });
  oracle.answer(change, { error: oracleError('ORA-03113') }, { rowsAffected: 1 });
  const work = oracle.db.transaction().execute(async (db) => {
    await insert(db);
    await rename(db);
  });
  await assert.rejects(work, unavailable);
  assert.ok(!oracle.texts().includes('commit'));
  assert.equal((await rename(oracle.db))[0]?.numUpdatedRows, 1n);
  const last = oracle.trips().at(-1);
  assert.equal(last?.session, 2);
});

test('a commit whose answer is lost says that nobody knows, and is not repeated', async () => {
  await using oracle = openRecorded<ThingTables>({ poolMax: 1 });
  oracle.answer('commit', { error: oracleError('NJS-500') });
  const work = oracle.db.transaction().execute(rename);
  await assert.rejects(work, (error) => {
    assert.ok(fails('Unavailable', 'database.outcome_unknown')(error));
    return error instanceof AppError && error.retryAfterSeconds === undefined;
  });
  assert.deepEqual(oracle.texts().slice(1), ['commit']);
  oracle.answer(selection, kite);
  await read(oracle.db);
  assert.equal(oracle.trips().at(-1)?.session, 2);
});

test('a write that commits itself and whose answer is lost says that nobody knows; a read is only unavailable', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(change, { error: oracleError('ORA-03113') });
  oracle.answer(selection, { error: oracleError('ORA-03113') });
  await assert.rejects(rename(oracle.db), fails('Unavailable', 'database.outcome_unknown'));
  await assert.rejects(read(oracle.db), unavailable);
});

test('a commit that breaks a deferred key is refused by its own code', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer('commit', { error: oracleError('ORA-02091') });
  await assert.rejects(oracle.db.transaction().execute(rename), { errorNum: 2091 });
});

test('a statement over its time limit is ended by the driver, and its session goes on', async () => {
  await using oracle = openRecorded<ThingTables>({ poolMax: 1, statementTimeoutMs: 50 });
  oracle.answer(selection, { error: oracleError('NJS-123') }, kite);
  await assert.rejects(read(oracle.db), fails('TimedOut', 'database.timed_out'));
  assert.equal((await read(oracle.db)).length, 1);
  assert.deepEqual(
    oracle.trips().map((trip) => 'state' in trip && [trip.session, trip.state.callTimeout]),
    [
      [1, 50],
      [1, 50],
    ],
  );
});

test('a statement over its time limit inside a transaction rolls it back', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(change, { error: oracleError('NJS-123') });
  await assert.rejects(oracle.db.transaction().execute(rename), fails('TimedOut', 'database.timed_out'));
  assert.deepEqual(oracle.texts().slice(1), ['rollback']);
});

test('a server that does not even hear the limit is cut off, and its session replaced', async (t) => {
  await using oracle = openRecorded<ThingTables>({ poolMax: 1, statementTimeoutMs: 5000 });
  oracle.answer(selection, { isSilent: true }, kite);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const reading = read(oracle.db);
  reading.catch(() => undefined);
  while (oracle.trips().length === 0) await new Promise(setImmediate);
  t.mock.timers.tick(6999);
  assert.ok(!oracle.calls.some(({ call }) => call === 'cut'));
  t.mock.timers.tick(1);
  await assert.rejects(reading, fails('TimedOut', 'database.timed_out'));
  assert.equal((await read(oracle.db)).length, 1);
  assert.equal(oracle.trips().at(-1)?.session, 2);
});

test('somebody else who holds the row is told as that, with a word on when to come back', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(change, { error: oracleError('ORA-00054') }, { error: oracleError('ORA-30006') });
  const contended = (error: unknown) =>
    fails('Unavailable', 'database.contention')(error) && error instanceof AppError && error.retryAfterSeconds === 1;
  await assert.rejects(rename(oracle.db), contended);
  await assert.rejects(rename(oracle.db), contended);
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
