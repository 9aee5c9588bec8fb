import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { attempts, openPool } from './testing/open-pool.ts';
import { oracleError } from './testing/oracle-error.ts';
import { createRecordingClient } from './testing/recording-client.ts';

const letIn = { rowsAffected: 0 };

function codeOf(outcome: PromiseSettledResult<unknown>): unknown {
  const reason: unknown = outcome.status === 'rejected' ? outcome.reason : undefined;
  return reason instanceof Error && 'code' in reason ? reason.code : undefined;
}

test('the pool is made for the first who wants a session, and for all who come meanwhile', async () => {
  const recording = createRecordingClient();
  const { pool } = openPool(recording);
  assert.deepEqual(recording.calls, []);
  const lent = await Promise.all([pool.lend(), pool.lend(), pool.lend()]);
  assert.equal(recording.calls.filter(({ call }) => call === 'createPool').length, 1);
  assert.equal(attempts(recording), 3);
  assert.deepEqual(pool.read(), { used: 3, idle: 0, max: 8, waiting: 0 });
  await Promise.all(lent.map(({ connection }) => pool.takeBack(connection)));
  assert.deepEqual(pool.read(), { used: 0, idle: 3, max: 8, waiting: 0 });
});

test('the driver keeps no sessions in stock, for it would go on signing in without a pause', async () => {
  const recording = createRecordingClient();
  await openPool(recording).pool.lend();
  const made = recording.calls.find(({ call }) => call === 'createPool');
  assert.ok(made?.call === 'createPool');
  const { poolMin, poolMax, poolIncrement, poolTimeout, user } = made.attributes;
  assert.deepEqual(
    { poolMin, poolMax, poolIncrement, poolTimeout, user },
    {
      poolMin: 0,
      poolMax: 8,
      poolIncrement: 1,
      poolTimeout: 0,
      user: 'octo_tests',
    },
  );
});

test('while a session is being opened, those that come back are lent', async () => {
  const recording = createRecordingClient();
  const { pool } = openPool(recording);
  const [first, second] = await Promise.all([pool.lend(), pool.lend()]);
  const { promise, reject } = Promise.withResolvers<never>();
  recording.answer('connect', () => promise);
  const opening = pool.lend();
  while (attempts(recording) < 3) await setImmediate();
  const waiting = pool.lend();
  await pool.takeBack(first.connection);
  await waiting;
  await pool.takeBack(second.connection);
  await pool.lend();
  reject(oracleError('NJS-510'));
  await assert.rejects(opening, { code: 'NJS-510' });
  assert.equal(attempts(recording), 3);
});

test('what the driver never ends to open is given up in the end', async () => {
  const recording = createRecordingClient();
  recording.answer('getConnection', ...Array.from({ length: 6 }, () => ({ error: oracleError('NJS-040') })), letIn);
  const { pool } = openPool(recording);
  const pools = () => recording.calls.filter(({ call }) => call === 'createPool').length;
  for (let time = 0; time < 6; time += 1) {
    await assert.rejects(pool.lend(), { code: 'NJS-040' });
    assert.equal(pools(), 1);
  }
  await pool.lend();
  assert.equal(pools(), 2);
});

test('a database that is away is asked again by the next caller', async () => {
  const recording = createRecordingClient();
  recording.answer('connect', { error: oracleError('NJS-511') }, { error: oracleError('NJS-510') }, letIn);
  const { pool } = openPool(recording);
  await assert.rejects(pool.lend(), { code: 'NJS-511' });
  await assert.rejects(pool.lend(), { code: 'NJS-510' });
  await pool.lend();
});

test('those who come while one asks in vain share its failure', async () => {
  const recording = createRecordingClient();
  recording.answer('connect', { error: oracleError('NJS-511') }, letIn);
  const { pool } = openPool(recording);
  const outcomes = await Promise.allSettled([pool.lend(), pool.lend(), pool.lend()]);
  assert.deepEqual(outcomes.map(codeOf), ['NJS-511', 'NJS-511', 'NJS-511']);
  assert.equal(attempts(recording), 1);
});

test('whoever comes when all sessions are out waits for the first that comes back', async () => {
  const recording = createRecordingClient();
  const { pool } = openPool(recording, { poolMax: 1 });
  const { connection } = await pool.lend();
  const second = pool.lend();
  assert.equal(pool.read().waiting, 1);
  await pool.takeBack(connection);
  await second;
  assert.equal(attempts(recording), 1);
});

test('whoever waited in vain is told so, and the place in line is free again', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const recording = createRecordingClient();
  const { pool } = openPool(recording, { poolMax: 1 });
  const { connection } = await pool.lend();
  const second = pool.lend();
  second.catch(() => undefined);
  t.mock.timers.tick(5000);
  await assert.rejects(second, { code: 'octo.no_session_free' });
  assert.equal(pool.read().waiting, 0);
  await pool.takeBack(connection);
  await pool.lend();
});

test('nobody joins a line that could not be served', async () => {
  const recording = createRecordingClient();
  const { pool } = openPool(recording, { poolMax: 1 });
  const { connection } = await pool.lend();
  const line = Array.from({ length: 50 }, () => pool.lend());
  await assert.rejects(pool.lend(), { code: 'octo.no_session_free' });
  assert.equal(pool.read().waiting, 50);
  const ended = Promise.allSettled(line);
  await pool.close();
  await pool.takeBack(connection);
  assert.ok((await ended).every((outcome) => codeOf(outcome) === 'octo.no_session_free'));
});

test('a session whose opening fails leaves its place to the next', async () => {
  const recording = createRecordingClient();
  recording.answer('connect', { error: oracleError('NJS-511') }, letIn);
  const { pool } = openPool(recording, { poolMax: 1 });
  await assert.rejects(pool.lend());
  await pool.lend();
});

test('closing waits a while for sessions that are out, once, and lends none any more', async () => {
  const recording = createRecordingClient();
  const { pool } = openPool(recording);
  await pool.lend();
  await Promise.all([pool.close(), pool.close()]);
  assert.deepEqual(
    recording.calls.filter(({ call }) => call === 'closePool'),
    [{ call: 'closePool', drainSeconds: 3 }],
  );
  await assert.rejects(pool.lend(), { code: 'octo.no_session_free' });
});

test('closing does not wait for a session that never came', async () => {
  const recording = createRecordingClient();
  recording.answer('getConnection', { error: oracleError('NJS-040') });
  const { promise, resolve } = Promise.withResolvers<void>();
  recording.answer('closePool', async () => {
    await promise;
    return letIn;
  });
  const { pool } = openPool(recording);
  await assert.rejects(pool.lend(), { code: 'NJS-040' });
  await pool.close();
  resolve();
});

test('a pool that nobody used is closed without having been made', async () => {
  const recording = createRecordingClient();
  await openPool(recording).pool.close();
  assert.deepEqual(recording.calls, []);
});
