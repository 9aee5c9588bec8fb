import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { dayMinutes, newStoreRoom, type StoreRoom, start, workOf } from './testing/store-room.ts';
import { mostPerMinute } from './write-statements.ts';

let room: StoreRoom;
beforeEach(() => {
  room = newStoreRoom();
});
afterEach(() => room[Symbol.dispose]());

test('a window is the sum of its minutes, wherever it begins and however long it is', () => {
  const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(minutes, fc.integer({ min: 0, max: 401 }), (offsets, from) => {
      room[Symbol.dispose]();
      room = newStoreRoom();
      for (const offset of offsets.toSorted((one, other) => one - other))
        room.add(start + offset, [workOf('1', offset + 1)]);
      const expected = offsets.filter((offset) => offset >= from).reduce((sum, offset) => sum + offset + 1, 0);
      const { statements, total } = room.costliest(start + from);
      assert.equal(total.calls, expected);
      assert.equal(statements[0]?.calls ?? 0, expected);
    }),
    { numRuns: 25 },
  );
});

test('a busy minute keeps its costliest statements and the sum of the others', () => {
  const work = Array.from({ length: 4 * mostPerMinute }, (_, at) => workOf(String(at), at + 1));
  room.add(start, work);
  const { statements, total } = room.costliest(start);
  assert.equal(statements.length, mostPerMinute);
  assert.equal(statements[0]?.statementId, String(work.length - 1));
  assert.equal(total.calls, (work.length * (work.length + 1)) / 2);
  assert.equal(total.elapsedMs, total.calls);
  assert.equal(total.blocksHit, 2 * work.length);
});

test('statements are ordered by what is asked for', () => {
  room.add(start, [workOf('1', 100, 50), workOf('2', 1, 40), workOf('3', 10, 60)]);
  const ids = (by: 'time' | 'calls' | 'meanTime') => room.costliest(start, by).statements.map((one) => one.statementId);
  assert.deepEqual(ids('time'), ['3', '1', '2']);
  assert.deepEqual(ids('calls'), ['1', '3', '2']);
  assert.deepEqual(ids('meanTime'), ['2', '3', '1']);
});

test('a statement is told by minute, and by hour over more than a day', () => {
  for (const minute of [0, 1, 59, 60]) room.add(start + minute, [workOf('1', 1)]);
  const find = (windowMinutes: number) =>
    room.store.read(({ statements }) => statements.find('1', start, windowMinutes));
  assert.deepEqual(
    find(dayMinutes)?.steps.map(({ at, calls }) => [at - start, calls]),
    [
      [0, 1],
      [1, 1],
      [59, 1],
      [60, 1],
    ],
  );
  assert.deepEqual(
    find(dayMinutes + 1)?.steps.map(({ at, calls }) => [at - start, calls]),
    [
      [0, 3],
      [60, 1],
    ],
  );
  assert.equal(
    room.store.read(({ statements }) => statements.find('2', start, 60)),
    undefined,
  );
});
