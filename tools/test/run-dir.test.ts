import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { startEmbeddedPostgres } from '@octo/platform/embedded-postgres/start.ts';
import { makeRunDir } from './run-dir.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'octo-runs-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

test('is gone at its end, with a database that was left running in it', async () => {
  const runDir = await makeRunDir(parent);
  const left = await startEmbeddedPostgres({ dataDir: join(runDir.tempDir, 'left'), password: 'x', durable: false });
  await runDir[Symbol.asyncDispose]();
  await left.exited;
  assert.deepEqual(await readdir(parent), []);
});

test('removes the folder of a run that was killed, and leaves one alone that still runs', async () => {
  await using running = await makeRunDir(parent);
  const abandoned = join(parent, 'octo-test-killed');
  await mkdir(abandoned);
  await writeFile(join(abandoned, 'owner.json'), JSON.stringify({ pid: 99_999_999, identity: 'long ago' }));
  await using _next = await makeRunDir(parent);
  assert.equal(existsSync(abandoned), false);
  assert.equal(existsSync(running.tempDir), true);
});
