import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkOutRelease } from './release.ts';

test('a clone that lacks the commit says which, and how to get it', async () => {
  const commit = '0123456789abcdef0123456789abcdef01234567';
  await assert.rejects(checkOutRelease(commit), (error: Error) => {
    assert.match(error.message, new RegExp(`commit ${commit} .*git fetch --unshallow`, 's'));
    return true;
  });
});

test('a folder without a history says so', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'octo-no-clone-'));
  try {
    await assert.rejects(checkOutRelease('main', dir), /is not a clone made by git/);
  } finally {
    await rm(dir, { recursive: true });
  }
});
