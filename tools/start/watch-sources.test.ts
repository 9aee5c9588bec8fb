import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isSource, sourceFolders, watchSources } from './watch-sources.ts';

test('what a service reads counts, tests and editor files do not', () => {
  const counted = ['apps/shop/main.ts', 'ui/page.css', 'database/migrations/0001_start.ts'];
  const ignored = [
    'domains/cart/add.test.ts',
    'apps/shop/.main.ts.swp',
    'domains/cart/golden/oracle.sql',
    'ui/node_modules/a.js',
    'apps/x.ts~',
  ];
  assert.deepEqual(counted.filter(isSource), counted);
  assert.deepEqual(ignored.filter(isSource), []);
});

test('tells of a change deep in a folder', async () => {
  const rootDir = await mkdtemp(join(tmpdir(), 'octo-watch-'));
  for (const folder of sourceFolders) await mkdir(join(rootDir, folder, 'deep'), { recursive: true });
  const changed = Promise.withResolvers<readonly string[]>();
  const watching = watchSources(rootDir, async (paths) => changed.resolve(paths));
  try {
    await writeFile(join(rootDir, 'domains/deep/rule.ts'), 'export {}');
    assert.deepEqual(await changed.promise, ['domains/deep/rule.ts']);
  } finally {
    watching[Symbol.dispose]();
    await rm(rootDir, { recursive: true });
  }
});
