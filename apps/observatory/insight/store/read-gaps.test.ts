import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { newStoreRoom, type StoreRoom, start, workOf } from './testing/store-room.ts';

let room: StoreRoom;
beforeEach(() => {
  room = newStoreRoom();
});
afterEach(() => room[Symbol.dispose]());

test('minutes without figures are gaps, with those at the end; the time before all is none', () => {
  for (const minute of [10, 11, 15, 16]) room.add(start + minute, [workOf('1', 1)]);
  const gaps = (from: number, now: number) =>
    room.store
      .read((readers) => readers.gaps.list(start + from, start + now))
      .map((gap) => [gap.from - start, gap.to - start]);
  assert.deepEqual(gaps(0, 18), [[12, 15]]);
  assert.deepEqual(gaps(13, 18), [[13, 15]]);
  assert.deepEqual(gaps(15, 18), []);
  assert.deepEqual(gaps(0, 30), [
    [12, 15],
    [17, 30],
  ]);
  assert.deepEqual(gaps(20, 30), [[20, 30]]);
});
