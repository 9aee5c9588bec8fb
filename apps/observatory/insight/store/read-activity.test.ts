import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { activityWindow } from '../activity-steps.ts';
import { mostKeysPerMinute } from './roll-up.ts';
import { dayMinutes, newStoreRoom, type StoreRoom, start, workOf } from './testing/store-room.ts';

let room: StoreRoom;
beforeEach(() => {
  room = newStoreRoom();
});
afterEach(() => room[Symbol.dispose]());

test('samples of seconds add up to those of minutes and hours, and nothing is counted twice on the way', () => {
  const from = start * 60;
  for (let second = 0; second < 7200; second += 10)
    room.sample(from + second, second < 3600 ? [{}, { waitClass: 'Lock' }] : [{ statementId: '7' }]);
  const spent = (minutes: number) => {
    const { steps, byKey } = room.store.read(({ activity }) => activity.read(activityWindow(minutes, from + 7199)));
    const ofKeys = byKey.reduce((sum, { sessions }) => sum + sessions, 0);
    const ofSteps = steps.flatMap((step) => Object.values(step.spent)).reduce((sum, sessions) => sum + sessions, 0);
    const looks = steps.reduce((sum, step) => sum + step.looks, 0);
    return { ofKeys, ofSteps, looks };
  };
  const whole = { ofKeys: 1080, ofSteps: 1080, looks: 720 };
  for (const minutes of [120, dayMinutes, 2 * dayMinutes, 30 * dayMinutes]) assert.deepEqual(spent(minutes), whole);
  for (const minute of room.store.dueToRollUp(from + 5400)) room.store.rollUp(minute);
  for (const minutes of [120, dayMinutes, 2 * dayMinutes, 30 * dayMinutes]) assert.deepEqual(spent(minutes), whole);
  assert.deepEqual(spent(60), { ofKeys: 360, ofSteps: 360, looks: 360 });
  assert.deepEqual(room.store.dueToRollUp(from + 5400), []);
});

test('a second is looked at once, and a sample that is tagged later is found by what it is tagged with', () => {
  const [id = 0] = room.sample(start * 60, [{}]);
  assert.deepEqual(room.sample(start * 60, [{}]), []);
  const traceId = 'a'.repeat(32);
  room.store.tag([{ id, traceId, parentSpanId: 'b'.repeat(16), action: null }]);
  assert.deepEqual(room.store.untold(start), [{ id, traceId, parentSpanId: 'b'.repeat(16) }]);
  room.store.tag([{ id, traceId, parentSpanId: 'b'.repeat(16), action: 'GET /shop' }]);
  assert.deepEqual(room.store.untold(start), []);
  const { byKey, byTrace } = room.store.read(({ activity }) => activity.read(activityWindow(1, start * 60)));
  assert.deepEqual(
    byKey.map(({ key, sessions }) => [key.action, sessions]),
    [['GET /shop', 1]],
  );
  assert.deepEqual(byTrace, [{ traceId, waitClass: 'CPU', sessions: 1 }]);
});

test('a minute of very many different things keeps its sums and a bounded number of them', () => {
  for (let second = 0; second < 60; second += 1)
    room.sample(
      start * 60 + second,
      Array.from({ length: 10 }, (_, at) => ({
        statementId: String(second * 10 + at),
        waitClass: at < 5 ? 'IO' : 'CPU',
      })),
    );
  room.store.rollUp(start);
  const { byKey, steps } = room.store.read(({ activity }) => activity.read(activityWindow(120, start * 60)));
  assert.ok(byKey.length <= mostKeysPerMinute + 2);
  const step = steps.find(({ looks }) => looks > 0);
  assert.deepEqual(step, { looks: 60, spent: { IO: 300, CPU: 300 } });
});

test('what was noted by a clock that was ahead hides nothing once it is right again', () => {
  const ahead = start + 365 * dayMinutes;
  const rollAll = (minute: number) => {
    for (const due of room.store.dueToRollUp(minute * 60)) room.store.rollUp(due);
  };
  for (const minute of [ahead, start, start + 1, start + 70]) {
    room.add(minute, [workOf('1', 1)]);
    room.sample(minute * 60, [{}]);
    rollAll(minute + 1);
  }
  room.sample((start + 71) * 60, [{}]);
  const now = start + 75;
  const { steps } = room.store.read(({ activity }) => activity.read(activityWindow(120, now * 60)));
  assert.equal(
    steps.reduce((sum, { looks }) => sum + looks, 0),
    4,
  );
  assert.deepEqual(
    room.store.read(({ gaps }) => gaps.list(start, now)),
    [
      { from: start + 2, to: start + 70 },
      { from: start + 71, to: now },
    ],
  );
});
