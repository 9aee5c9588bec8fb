import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError, type ErrorKind } from '../../../errors/app-error.ts';
import type { ThingTables } from '../../testing/things.ts';
import { oracleError } from './testing/oracle-error.ts';
import { openRecorded } from './testing/recorded-database.ts';
import { insert, kite, read, rename } from './testing/thing-statements.ts';

const change = /^update things/;
const selection = /^select/;

function fails(kind: ErrorKind, code: string): (error: unknown) => boolean {
  return (error) =>
    error instanceof AppError && error.kind === kind && error.code === code && !/ORA-|NJS-/.test(error.message);
}
const unavailable = fails('Unavailable', 'database.unavailable');

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
