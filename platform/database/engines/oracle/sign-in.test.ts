import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '../../../errors/app-error.ts';
import { signInPauseOf } from './sign-in.ts';
import { attempts, openPool } from './testing/open-pool.ts';
import { oracleError } from './testing/oracle-error.ts';
import { createRecordingClient } from './testing/recording-client.ts';

const wrongPassword = { error: oracleError('ORA-01017') };
const letIn = { rowsAffected: 0 };

test('a wrong password is tried once by a crowd, and once in each pause that follows', async () => {
  const recording = createRecordingClient();
  recording.answer('connect', wrongPassword);
  const { pool, clock } = openPool(recording);
  const crowd = await Promise.allSettled(Array.from({ length: 40 }, () => pool.lend()));
  assert.equal(attempts(recording), 1);
  assert.ok(crowd.every(({ status }) => status === 'rejected'));
  const attemptedAt: number[] = [];
  for (clock.nowMs = 10_000; clock.nowMs <= 24 * 3600_000; clock.nowMs += 10_000) {
    const before = attempts(recording);
    await assert.rejects(pool.lend());
    if (attempts(recording) > before) attemptedAt.push(clock.nowMs / 1000);
  }
  assert.deepEqual(attemptedAt, [30, 330, 3330, 24_930, 46_530, 68_130]);
});

test('the pools of a process that sign in alike try a wrong password once together', async () => {
  const signIn = { dsn: 'db.example.com/octo_tp', user: 'octo', credential: { password: 'old' }, wallet: undefined };
  const oracle = { ...signIn, schema: undefined };
  const recording = createRecordingClient();
  recording.answer('connect', wrongPassword);
  const pools = [1, 2, 3].map(() => openPool(recording, { pause: signInPauseOf(oracle) }).pool);
  const outcomes = await Promise.allSettled(pools.flatMap((pool) => [pool.lend(), pool.lend()]));
  assert.ok(outcomes.every(({ status }) => status === 'rejected'));
  assert.equal(attempts(recording), 1);
  assert.notEqual(signInPauseOf({ ...oracle, user: 'other' }), signInPauseOf(oracle));
});

test('what locks no account, such as a certificate, is tried again at least every ten minutes', async () => {
  const recording = createRecordingClient();
  recording.answer('connect', { error: oracleError('NJS-508') });
  const { pool, clock } = openPool(recording);
  for (clock.nowMs = 0; clock.nowMs < 3600_000; clock.nowMs += 10_000) await assert.rejects(pool.lend());
  assert.equal(attempts(recording), 10);
});

test('the right password is found by itself, at the first attempt after a pause', async () => {
  const recording = createRecordingClient();
  recording.answer('connect', wrongPassword, letIn);
  const { pool, clock } = openPool(recording);
  await assert.rejects(pool.lend(), { code: 'ORA-01017' });
  await assert.rejects(pool.lend(), { code: 'database.sign_in_refused', retryAfterSeconds: 30 });
  clock.nowMs = 30_000;
  await pool.lend();
  assert.equal(attempts(recording), 2);
});

test('a password that changed while all sessions were lost at once is tried twice, however many wait', async () => {
  const recording = createRecordingClient();
  const { pool } = openPool(recording);
  const lent = await Promise.all(Array.from({ length: 8 }, () => pool.lend()));
  const waiting = Array.from({ length: 30 }, () => pool.lend());
  recording.answer('connect', wrongPassword);
  recording.loseAll();
  await Promise.all(lent.map(({ connection }) => pool.takeBack(connection)));
  const outcomes = await Promise.allSettled(waiting);
  assert.ok(outcomes.every(({ status }) => status === 'rejected'));
  assert.ok(attempts(recording) - 8 <= 2, `${attempts(recording) - 8} attempts`);
});

test('sessions that are open are lent even while sign-ins pause', async () => {
  const recording = createRecordingClient();
  const { pool } = openPool(recording);
  const { connection } = await pool.lend();
  recording.answer('connect', wrongPassword);
  await assert.rejects(pool.lend(), { code: 'ORA-01017' });
  await pool.takeBack(connection);
  await pool.lend();
  await assert.rejects(pool.lend(), { code: 'database.sign_in_refused' });
  assert.equal(attempts(recording), 2);
});

test('an address that leads nowhere pauses, too, and is read again for the next attempt', async () => {
  const recording = createRecordingClient();
  recording.answer('createPool', { error: oracleError('NJS-517') }, letIn);
  let reads = 0;
  const signIn = () => {
    reads += 1;
    return {};
  };
  const { pool, clock } = openPool(recording, { signIn });
  await assert.rejects(pool.lend(), { code: 'NJS-517' });
  await assert.rejects(pool.lend(), AppError);
  clock.nowMs = 30_000;
  await pool.lend();
  assert.equal(reads, 2);
});
