import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { oracleSqlId } from '../../sql-id.ts';
import type { ActiveSession, DatabaseInsight, LiveSession } from '../insight.ts';
import { openInsight } from '../open-insight.ts';
import { startWatchedServer, until, type WatchedServer } from '../testing/watched-server.ts';

let server: WatchedServer;
let insight: DatabaseInsight;
before(async () => {
  server = await startWatchedServer();
});
beforeEach(() => {
  insight = openInsight({ url: server.urlOf('octo_insight') });
});
afterEach(() => insight[Symbol.asyncDispose]());
after(() => server[Symbol.asyncDispose]());

/** The session of that module, once it does what is waited for. */
function untilActive(module: string, isThere: (session: ActiveSession) => boolean): Promise<ActiveSession> {
  return until(async () =>
    (await insight.activeSessions({ limit: 50 })).find((one) => one.module === module && isThere(one)),
  );
}
async function live(module: string): Promise<LiveSession> {
  const found = (await insight.liveSessions({ limit: 50 })).find((one) => one.module === module);
  return found ?? assert.fail(module);
}
const waitsForLock = ({ waitClass }: ActiveSession) => waitClass === 'Lock';

test('a session that waits for a lock tells who holds it, and who holds up that one', async () => {
  const first = await server.session('worker', 'first');
  const second = await server.session('worker', 'second');
  const third = await server.session('other_worker', 'third');
  for (const session of [first, second, third]) await session.query('begin');
  await first.query('update items set note = $1 where id = 1', ['x']);
  await second.query('update items set note = $1 where id = 2', ['x']);
  const waiting = second.query('update items set note = $1 where id = 1', ['y']);
  const blocked = await untilActive('second', waitsForLock);
  const lastWaiting = third.query('update items set note = $1 where id = 2', ['y']);
  const last = await untilActive('third', waitsForLock);
  const holder = await live('first');

  assert.deepEqual(blocked.blockedBy, [holder.sessionId]);
  assert.deepEqual(last.blockedBy, [blocked.sessionId, holder.sessionId]);
  assert.equal(blocked.waitEvent, 'Lock:transactionid');
  assert.equal(blocked.user, 'worker');
  assert.equal(blocked.sqlId, oracleSqlId('update items set note = $1 where id = 1'));
  assert.deepEqual([holder.state, holder.waitClass, holder.blockedBy], ['idle in transaction', 'Idle', []]);
  assert.equal(holder.text, 'update items set note = $1 where id = ?');
  assert.ok(holder.transactionStartedAt && holder.statementStartedAt && holder.connectedAt);
  assert.equal(holder.client, '127.0.0.1');
  const order = (await insight.liveSessions({ limit: 50 })).map((one) => one.state);
  assert.deepEqual(order.slice(0, 3), ['active', 'active', 'idle in transaction']);

  await first.query('rollback');
  await waiting;
  await second.query('rollback');
  await lastWaiting;
  await third.query('rollback');
  const idle = await live('third');
  assert.deepEqual([idle.state, idle.transactionStartedAt, idle.text], ['idle', null, 'rollback']);
});

test('one that computes, sleeps or waits for an advisory lock says so, and an idle one is not active', async () => {
  const sleeper = await server.session('worker', 'sleeper');
  const holder = await server.session('worker', 'holder');
  const waiter = await server.session('worker', 'waiter');
  const busy = await server.session('worker', 'busy');
  const sleeping = sleeper.query('select pg_sleep(600)').catch(() => undefined);
  const working = busy.query('select count(*) from generate_series(1, 1e11)').catch(() => undefined);
  await holder.query('select pg_advisory_lock(1)');
  const waiting = waiter.query('select pg_advisory_lock(1)');
  const asleep = await untilActive('sleeper', ({ waitEvent }) => waitEvent !== null);
  assert.deepEqual([asleep.waitClass, asleep.waitEvent], ['Other', 'Timeout:PgSleep']);
  const blocked = await untilActive('waiter', waitsForLock);
  assert.deepEqual([blocked.waitEvent, blocked.blockedBy], ['Lock:advisory', [(await live('holder')).sessionId]]);
  assert.equal((await untilActive('busy', ({ waitClass }) => waitClass === 'CPU')).waitEvent, null);
  const active = await insight.activeSessions({ limit: 50 });
  assert.equal(
    active.some((one) => one.module === 'holder'),
    false,
  );
  assert.equal((await insight.activeSessions({ limit: 1 })).length, 1);
  assert.equal((await insight.liveSessions({ limit: 2 })).length, 2);
  await holder.query('select pg_advisory_unlock(1)');
  await waiting;
  await server.run(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('sleeper', 'busy')",
  );
  await Promise.all([sleeping, working]);
});

test('what somebody typed is shown without its constants, and the insight shows nothing of itself', async () => {
  const person = await server.session('worker', 'psql');
  await person.query("select id from items where note = 'ada@example.org'");
  assert.equal((await live('psql')).text, 'select id from items where note = ?');
  const modules = (await insight.liveSessions({ limit: 50 })).map((one) => one.module);
  assert.equal(modules.includes('octo-insight'), false);
});
