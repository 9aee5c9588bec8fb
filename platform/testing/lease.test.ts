import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { takeLease } from './lease.ts';

let dir: string;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'octo-lease-'));
});
after(() => rm(dir, { recursive: true }));

test('is held by one, and can be had again when it is let go', async () => {
  const path = join(dir, 'one');
  {
    await using _lease = await takeLease(path);
    assert.equal(await readFile(path, 'utf8'), String(process.pid));
    await assert.rejects(takeLease(path), /already holds/);
  }
  await using _again = await takeLease(path);
});

test('what a process left that is gone is taken over', async () => {
  const path = join(dir, 'left');
  await writeFile(path, '99999999');
  await using _lease = await takeLease(path);
  assert.equal(await readFile(path, 'utf8'), String(process.pid));
});

test('another process is waited for', async () => {
  const path = join(dir, 'waiting');
  await writeFile(path, String(process.ppid));
  const waiting = takeLease(path);
  await rm(path);
  await using _lease = await waiting;
  assert.equal(await readFile(path, 'utf8'), String(process.pid));
});
