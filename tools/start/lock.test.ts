import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { findLockHolder, takeLock } from './lock.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'octo-lock-'));
});
afterEach(() => rm(dir, { recursive: true }));

async function takeAndRelease(): Promise<void> {
  await using _lock = await takeLock(dir);
  assert.equal(await findLockHolder(dir), process.pid);
}

test('a held lock is refused with the pid of its holder', async () => {
  await using _held = await takeLock(dir);
  assert.equal(await findLockHolder(dir), process.pid);
  await assert.rejects(takeLock(dir), new RegExp(`by process ${process.pid}`));
});

test('a released lock can be taken again and leaves no file', async () => {
  await takeAndRelease();
  await takeAndRelease();
  assert.deepEqual(await readdir(dir), []);
});

test('the lock of a process that is gone does not count', async () => {
  await writeFile(join(dir, 'lock.json'), JSON.stringify({ pid: 99_999_999, identity: 'long ago' }));
  assert.equal(await findLockHolder(dir), undefined);
  await takeAndRelease();
});

test('a pid that was given to another process does not count', async () => {
  await writeFile(join(dir, 'lock.json'), JSON.stringify({ pid: process.pid, identity: 'an earlier boot/1' }));
  await takeAndRelease();
});

test('a lock file cut short by a full disk does not count', async () => {
  await writeFile(join(dir, 'lock.json'), '{"pid": 1');
  await takeAndRelease();
});

test('of many that come at once exactly one gets it', async () => {
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(dir)));
  assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1);
});
