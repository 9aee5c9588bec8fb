import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { totalsOf } from '../../testing/scripted-database.ts';
import { newStoreRoom, type StoreRoom, start, workOf } from './testing/store-room.ts';

let room: StoreRoom;
beforeEach(() => {
  room = newStoreRoom();
});
afterEach(() => room[Symbol.dispose]());

test('what the first look found is not new; what came later is, but not again under another id or after it had left', () => {
  room.store.addStatements({ atMs: start * 60_000, totals: [totalsOf('1', 5)], counted: undefined });
  room.add(start, [workOf('2', 1)]);
  room.add(start + 30, [workOf('1', 1)]);
  room.add(start + 60, [workOf('3', 1)]);
  room.add(start + 61, [workOf('4', 1)], { text: 'select 2' });
  room.add(start + 62, [workOf('2', 1)]);
  const fresh = (from: number) =>
    room.store
      .read(({ changes }) => changes.list(start + from, 10))
      .fresh.map(({ statement }) => statement.statementId);
  assert.deepEqual(fresh(60), ['3']);
  assert.deepEqual(fresh(0).sort(), ['2', '3', '4']);
  assert.deepEqual(room.store.read(({ changes }) => changes.list(start + 60, 10)).baselineFrom, start);
  assert.deepEqual(room.store.read(({ changes }) => changes.list(start, 10)).baselineFrom, undefined);
});

test('after a first look that found nothing everything is new', () => {
  room.store.addStatements({ atMs: start * 60_000, totals: [], counted: undefined });
  room.add(start, [workOf('1', 1)]);
  const { fresh } = room.store.read(({ changes }) => changes.list(start, 10));
  assert.deepEqual(
    fresh.map(({ statement }) => statement.statementId),
    ['1'],
  );
});

for (const [story, before, now, isRegressed] of [
  ['twice as long', [100, 1000], [10, 200], true],
  ['not quite twice as long', [100, 1000], [10, 199], false],
  ['twice as long, but by less than a millisecond', [100, 50], [10, 14], false],
  ['called too rarely to say', [100, 1000], [9, 900], false],
  ['known too little from before', [19, 190], [100, 9000], false],
] as const)
  test(`slower than before: ${story}`, () => {
    room.add(start, [workOf('1', before[0] / 2, before[1] / 2)]);
    room.add(start + 61, [workOf('1', before[0] / 2, before[1] / 2)]);
    room.add(start + 62, [workOf('1', now[0], now[1])]);
    const { regressed } = room.store.read(({ changes }) => changes.list(start + 62, 10));
    assert.deepEqual(
      regressed.map(({ statement, meanMsBefore }) => [statement.statementId, meanMsBefore]),
      isRegressed ? [['1', before[1] / before[0]]] : [],
    );
  });

test('another plan is told with the one before, also of a statement that is younger; one that came back is none', () => {
  room.add(start, [workOf('1', 1), workOf('2', 1), workOf('3', 1)]);
  const plan = (minute: number, id: string, hash: string) => room.store.addPlan(id, hash, (start + minute) * 60_000);
  for (const id of ['1', '2']) plan(0, id, 'a');
  plan(100, '1', 'b');
  plan(100, '2', 'b');
  plan(105, '2', 'a');
  plan(100, '3', 'c');
  plan(110, '3', 'd');
  plan(110, 'nobody', 'd');
  const { planChanged } = room.store.read(({ changes }) => changes.list(start + 90, 10));
  assert.deepEqual(
    planChanged
      .map(({ statement, planHashBefore }) => [statement.statementId, planHashBefore, statement.planHash])
      .sort(),
    [
      ['1', 'a', 'b'],
      ['3', 'c', 'd'],
    ],
  );
  const plans = room.store.read(({ statements }) => statements.find('2', start, 60))?.plans ?? [];
  assert.deepEqual(
    plans.map(({ planHash }) => planHash),
    ['a', 'b', 'a'],
  );
});
