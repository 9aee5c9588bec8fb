import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { newStoreRoom, type StoreRoom, start, workOf } from './testing/store-room.ts';

let room: StoreRoom;
beforeEach(() => {
  room = newStoreRoom();
});
afterEach(() => room[Symbol.dispose]());

test('it goes on where it was, with what it has learnt', () => {
  room.add(start, [workOf('1', 5)], { sqlId: 'abc' });
  room.sample(start * 60, [{}]);
  room.close();
  room.open();
  assert.deepEqual(room.store.learnt(), [['abc', '1']]);
  assert.equal(room.costliest(start).total.calls, 5);
  assert.deepEqual(room.store.dueToRollUp((start + 2) * 60), [start]);
  assert.equal(room.store.figures().watchingSinceMs, start * 60_000);
});

test('a file that is damaged is set aside beside that of the traces, which stays as it is', () => {
  room.close();
  for (const name of ['store.db', 'set-aside-of-traces.db']) writeFileSync(join(room.folder.path, name), 'traces');
  writeFileSync(join(room.folder.path, 'insight.db'), 'this is no database');
  room.open();
  assert.match(room.notes[0] ?? '', /What was kept of the database was damaged.*insight-set-aside-/);
  const names = readdirSync(room.folder.path);
  for (const name of ['store.db', 'set-aside-of-traces.db']) assert.ok(names.includes(name), name);
  room.add(start, [workOf('1', 5)]);
  assert.equal(room.costliest(start).total.calls, 5);
});
