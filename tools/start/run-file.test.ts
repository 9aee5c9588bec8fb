import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { readRunFile, removeRunFile, writeRunFile } from './run-file.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'octo-run-'));
});
afterEach(() => rm(dir, { recursive: true }));

test('holds the URLs and the pid, flat, and is read back', async () => {
  await writeRunFile(dir, { shop: 'http://127.0.0.1:8080' });
  const text = await readFile(join(dir, 'run.json'), 'utf8');
  assert.deepEqual(JSON.parse(text), { shop: 'http://127.0.0.1:8080', pid: process.pid });
  assert.deepEqual(await readRunFile(dir), { pid: process.pid, urls: { shop: 'http://127.0.0.1:8080' } });
});

test('one with a dead pid is ignored', async () => {
  await writeFile(join(dir, 'run.json'), JSON.stringify({ shop: 'http://127.0.0.1:8080', pid: 99_999_999 }));
  assert.equal(await readRunFile(dir), undefined);
});

test('removing leaves nothing, and is no error when there is none', async () => {
  await writeRunFile(dir, {});
  removeRunFile(dir);
  removeRunFile(dir);
  assert.deepEqual(await readdir(dir), []);
});
