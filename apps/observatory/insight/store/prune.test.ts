import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { totalsOf } from '../../testing/scripted-database.ts';
import { activityWindow } from '../activity-steps.ts';
import { dayMinutes, megabyte, newStoreRoom, type StoreRoom, start, workOf } from './testing/store-room.ts';

let room: StoreRoom;
beforeEach(() => {
  room = newStoreRoom();
});
afterEach(() => room[Symbol.dispose]());

test('what is older than it is kept leaves, and so does what nothing speaks of any more', () => {
  room.add(start, [workOf('1', 1)]);
  room.sample(start * 60, [{}]);
  room.store.rollUp(start);
  room.add(start + 20 * dayMinutes, [workOf('2', 1)]);
  room.store.prune((start + 29 * dayMinutes) * 60_000);
  assert.equal(room.store.figures().minutesKept, 2);
  room.store.prune((start + 31 * dayMinutes) * 60_000);
  assert.equal(room.store.figures().minutesKept, 1);
  assert.equal(
    room.store.read(({ statements }) => statements.find('1', 0, 60)),
    undefined,
  );
  assert.ok(room.store.read(({ statements }) => statements.find('2', 0, 60)));
  const { byKey } = room.store.read(({ activity }) => activity.read(activityWindow(43_200, start * 60)));
  assert.deepEqual(byKey, []);
});

test('an hour that is kept longer than its first minutes still tells what they were spent on', () => {
  room.close();
  room.open({ keepDays: 1 });
  for (const [minute, waitClass] of [
    [start, 'IO'],
    [start + 59, 'CPU'],
  ] as const) {
    room.sample(minute * 60, [{ waitClass }]);
    room.store.rollUp(minute);
  }
  const now = start + dayMinutes + 30;
  room.store.prune(now * 60_000);
  const { byKey } = room.store.read(({ activity }) => activity.read(activityWindow(2 * dayMinutes, now * 60)));
  assert.deepEqual(
    byKey.map(({ key, sessions }) => [key.waitClass, sessions]),
    [
      ['IO', 1],
      ['CPU', 1],
    ],
  );
});

test('it stays within its room: the oldest minutes go', () => {
  room.close();
  room.open({ limitBytes: 16 * megabyte });
  const wide = (minute: number) =>
    Array.from({ length: 50 }, (_, at) => workOf(`${at}`, 1000 + minute, 10_000 + at * minute));
  let minute = start;
  for (; minute < start + 3000; minute += 1) {
    room.add(minute, wide(minute - start), { text: 'x'.repeat(200) });
    while (minute % 60 === 0 && room.store.prune(minute * 60_000));
  }
  while (room.store.prune(minute * 60_000));
  const { minutesKept, storeBytes } = room.store.figures();
  assert.ok(storeBytes < 16 * megabyte, String(storeBytes));
  assert.ok(minutesKept > 1000 && minutesKept < 2990, String(minutesKept));
  assert.equal(room.costliest(minute - 1).total.calls > 0, true, 'the newest are there');
});

test('a flood of texts makes room before figures do', () => {
  room.close();
  room.open({ limitBytes: 16 * megabyte });
  for (let minute = start; minute < start + 100; minute += 1) room.add(minute, [workOf('1', 1)]);
  for (let minute = start + 100; minute < start + 105; minute += 1) {
    const ids = Array.from({ length: 1000 }, (_, at) => `${minute}x${at}`);
    const totals = ids.map((id) => totalsOf(id, 1, { text: id.padEnd(4000, 'x') }));
    room.store.addStatements({ atMs: minute * 60_000, totals, counted: undefined });
    room.store.prune(minute * 60_000);
  }
  assert.equal(room.store.figures().minutesKept, 100);
  assert.equal(room.costliest(start).total.calls, 100);
});
