import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseRunAs, waysToRun } from './run-as.ts';

const names = (uid: number, owner?: number) =>
  waysToRun(uid, owner === undefined ? undefined : { uid: owner, gid: owner }).map((way) => way.name);

test('a plain user runs PostgreSQL directly', () => {
  assert.deepEqual(names(1000), ['directly']);
  assert.deepEqual(waysToRun(1000, undefined)[0]?.prefix, []);
});

test('root tries a user namespace first and a capability second', () => {
  assert.deepEqual(names(0), ['unshare', 'setpriv as user 65534']);
});

test('data that the second way once made is served by it again', () => {
  assert.deepEqual(names(0, 65534), ['setpriv as user 65534', 'unshare']);
});

test('root serves the data of a plain user as that user', () => {
  assert.deepEqual(names(0, 1000), ['setpriv as user 1000']);
});

test('says why when no way works', async () => {
  await assert.rejects(
    chooseRunAs('/tmp/data', '/nowhere/postgres'),
    /nowhere\/postgres.*not found[\s\S]*set DATABASE_URL/,
  );
});
