import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAlarmRoom } from '../testing/alarm-room.ts';
import { databaseAway, scriptedDatabase, sessionOf } from '../testing/scripted-database.ts';
import { crm, shop } from '../watched-services.ts';
import { findLockExample } from './lock-example.ts';

const env = { ORACLE_DSN: 'tcps://db:1522/octo', ORACLE_INSIGHT_USER: 'octo_insight', ORACLE_INSIGHT_PASSWORD: 'x' };
const unknown = 'e'.repeat(32);

async function openLockRoom() {
  const database = scriptedDatabase('oracle');
  const room = await openAlarmRoom(env, { database });
  const { store, watch } = room.t.observatory;
  room.request({ service: crm, workflow: 'other', count: 3 });
  const { traces } = await store.read((readers) => readers.traces.search({}, undefined, 3));
  const [holding = '', waiting = '', seen = ''] = traces.map(({ traceId }) => traceId);
  return {
    room,
    database,
    of: { holding, waiting, seen },
    find: () => findLockExample({ store, watch }, { fromMs: room.nowMs() - 30_000, toMs: room.nowMs() }),
  };
}

const sessionsOf = (holding: string | null, waiting: string | null) => [
  sessionOf('4', { clientIdentifier: unknown }),
  sessionOf('3', { clientIdentifier: waiting, waitClass: 'Lock', blockedBy: ['2', '1'] }),
  sessionOf('2', { clientIdentifier: unknown, waitClass: 'Lock', blockedBy: ['1'] }),
  sessionOf('1', { clientIdentifier: holding, waitClass: 'Idle', state: 'idle in transaction' }),
];

test('the example of a lock is the trace of who holds it, else of who waits, else of who was seen to wait', async () => {
  const { room, database, of, find } = await openLockRoom();
  await using _ = room;
  database.sessions = sessionsOf(of.holding, of.waiting);
  assert.equal(await find(), of.holding);
  for (const nobody of [unknown, null, 'some person']) {
    database.sessions = sessionsOf(nobody, of.waiting);
    assert.equal(await find(), of.waiting, 'of the other nothing is kept');
  }
  database.sessions = sessionsOf(null, null);
  assert.equal(await find(), null);
  const key = { waitClass: 'Lock', event: 'TX', statementId: '1', module: shop, action: '' };
  const second = Math.floor(room.nowMs() / 1000) - 5;
  room.t.observatory.watch?.store.addLook(second - 60, [{ sessionId: '9', key, traceId: of.waiting }]);
  assert.equal(await find(), null, 'which was before that time');
  room.t.observatory.watch?.store.addLook(second, [
    { sessionId: '8', key: { ...key, waitClass: 'CPU' }, traceId: of.waiting },
    { sessionId: '9', key, traceId: of.seen },
  ]);
  assert.equal(await find(), of.seen);
});

test('an alarm for locks fires with that trace, and without one when the database cannot be asked', async () => {
  for (const isAway of [false, true]) {
    const { room, database, of } = await openLockRoom();
    await using _ = room;
    const { watch } = room.t.observatory;
    database.sessions = sessionsOf(of.holding, null);
    await watch?.turn();
    if (isAway) database.liveSessions = () => Promise.reject(databaseAway());
    const key = { waitClass: 'Lock', event: 'TX', statementId: '1', module: shop, action: '' };
    await room.lookFor(60_000, () => {
      const now = Math.floor(room.nowMs() / 1000);
      for (let second = now - 10; second < now; second += 1)
        watch?.store.addLook(second, [{ sessionId: '3', key, traceId: null }]);
    });
    const { state } = room.t.observatory.alarms.get('database.locks');
    assert.deepEqual([state?.state, state?.traceId], ['firing', isAway ? null : of.holding]);
  }
});
