import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { beginLog, cutLogIfLarge } from './log-file.ts';

let dir: string;
let path: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'octo-log-'));
  path = join(dir, 'logs', 'shop.log');
  beginLog(path);
});
afterEach(() => rm(dir, { recursive: true }));

test('keeps the log of the run before', async () => {
  await writeFile(path, 'first run\n');
  beginLog(path);
  assert.equal(await readFile(`${path}.1`, 'utf8'), 'first run\n');
  assert.equal(await readFile(path, 'utf8'), '');
});

test('a run that wrote nothing does not push the one before away', async () => {
  await writeFile(path, 'first run\n');
  beginLog(path);
  beginLog(path);
  assert.equal(await readFile(`${path}.1`, 'utf8'), 'first run\n');
});

test('cuts a log that grew too large, and leaves a small one alone', async () => {
  await writeFile(path, '0123456789');
  await cutLogIfLarge(path, 10);
  assert.equal(existsSync(`${path}.1`), false);
  await cutLogIfLarge(path, 9);
  assert.equal(await readFile(`${path}.1`, 'utf8'), '0123456789');
  assert.equal(await readFile(path, 'utf8'), '');
});
