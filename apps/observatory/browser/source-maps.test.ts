import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { BrowserError } from '@octo/contracts/observatory-browser.ts';
import { createSourceMaps } from './source-maps.ts';

const folder = await mkdtemp(join(tmpdir(), 'octo-maps-'));
after(() => rm(folder, { recursive: true }));
// Everything from the first line of the built file on came from line 3, column 2 of the source.
const map = { version: 3, sources: ['../../../../../../apps/crm/web/main.tsx'], names: [], mappings: 'AAEC' };
await writeFile(join(folder, 'main-abc.js.map'), JSON.stringify(map));
await writeFile(join(folder, 'broken-abc.js.map'), 'no map');
await writeFile(join(folder, '..secret.js.map'), JSON.stringify(map));

const error: BrowserError = {
  errorId: 1,
  app: 'crm',
  type: 'TypeError',
  message: 'x',
  file: '/assets/main-abc.js',
  line: 1,
  column: 8,
  stack: ['draw (/assets/main-abc.js:1:8)', '(/assets/other.js:1:8)', 'what a browser made up'],
  release: '1',
  firstTimeUnixNano: '1',
  lastTimeUnixNano: '1',
  times: 1,
  sessions: 1,
  pages: [],
  lastSessionId: null,
  lastTraceId: null,
};

test('a place in a built file is told as the place in its source', async () => {
  const { file, line, column, stack } = await createSourceMaps([folder]).locate(error);
  assert.deepEqual([file, line, column], ['apps/crm/web/main.tsx', 3, 2]);
  assert.deepEqual(stack, ['draw (apps/crm/web/main.tsx:3:2)', '(/assets/other.js:1:8)', 'what a browser made up']);
});

for (const [what, file] of [
  ['a file without a map', '/assets/other.js'],
  ['a map that is none', '/assets/broken-abc.js'],
  ['a name that leads out of the folder', '/assets/../../etc/passwd'],
  ['no file', ''],
] as const)
  test(`${what} is told as it was sent`, async () => {
    const told = await createSourceMaps([folder]).locate({ ...error, file, stack: [] });
    assert.deepEqual([told.file, told.line], [file, 1]);
  });

test('a stack that is made up is no longer than a real one', async () => {
  const made = Array.from({ length: 500 }, (_, at) => `/${'/'.repeat(1000)}${at}.js:1:1`);
  const { stack } = await createSourceMaps([folder]).locate({ ...error, stack: made });
  assert.deepEqual([stack.length, stack[0]?.length], [10, 300]);
});

test('names that are made up, however many, push no map out', async () => {
  const maps = createSourceMaps([folder]);
  await writeFile(join(folder, 'once-abc.js.map'), JSON.stringify(map));
  const once = { ...error, file: '/assets/once-abc.js', stack: [] };
  await maps.locate(once);
  await rm(join(folder, 'once-abc.js.map'));
  for (let at = 0; at < 300; at += 1) await maps.locate({ ...error, file: `/assets/made-up-${at}.js`, stack: [] });
  assert.equal((await maps.locate(once)).file, 'apps/crm/web/main.tsx');
});
