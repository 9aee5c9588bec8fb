import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { lastLines } from './last-lines.ts';

test('shows the last lines of a file larger than what it reads', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'octo-lines-'));
  const path = join(dir, 'server.log');
  await writeFile(path, 'x'.repeat(100_000));
  await appendFile(path, '\none\ntwo\n');
  assert.deepEqual(lastLines(path, 2), ['one', 'two']);
  assert.deepEqual(lastLines(join(dir, 'missing'), 2), []);
  await rm(dir, { recursive: true });
});
