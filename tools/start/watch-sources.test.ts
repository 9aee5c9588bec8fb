import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { services } from './services.ts';
import { isSource, isTouched, sourceFolders, watchSources } from './watch-sources.ts';

test('what a service reads counts, tests and editor files do not', () => {
  const counted = ['apps/shop/main.ts', 'apps/crm/web/orders.tsx', 'ui/page.css', 'database/migrations/0001_start.ts'];
  const ignored = [
    'domains/cart/add.test.ts',
    'apps/shop/.main.ts.swp',
    'domains/cart/golden/oracle.sql',
    'ui/node_modules/a.js',
    'apps/x.ts~',
    'tools/dev.ts',
  ];
  assert.deepEqual(counted.filter(isSource), counted);
  assert.deepEqual(ignored.filter(isSource), []);
});

test('a change inside an app concerns that app alone, any other one all of them', () => {
  const touchedBy = (...paths: string[]) => services.filter((spec) => isTouched(spec, paths)).map(({ name }) => name);
  assert.deepEqual(touchedBy('apps/crm/web/orders.tsx'), ['crm']);
  assert.deepEqual(touchedBy('apps/shop/app.ts'), ['shop']);
  assert.deepEqual(touchedBy('apps/workflow-gateway/app.ts'), ['gateway']);
  assert.deepEqual(touchedBy('apps/shop/app.ts', 'apps/crm/app.ts'), ['shop', 'crm']);
  for (const path of ['domains/cart/index.ts', 'contracts/cart.ts', 'platform/money/cents.ts', 'database/grants.ts'])
    assert.equal(touchedBy(path).length, services.length);
});

interface Watched extends AsyncDisposable {
  readonly rootDir: string;
  /** Resolves once this path was told of after this call. */
  untilTold(path: string): Promise<void>;
}

async function watchNewRoot(): Promise<Watched> {
  const rootDir = await mkdtemp(join(tmpdir(), 'octo-watch-'));
  for (const folder of sourceFolders) await mkdir(join(rootDir, folder, 'deep'), { recursive: true });
  await writeFile(join(rootDir, 'domains/deep/rule.ts'), 'export {}');
  const told = new EventEmitter();
  const watching = watchSources(rootDir, async (paths) => {
    for (const path of paths) told.emit(path);
  });
  return {
    rootDir,
    untilTold: async (path) => void (await once(told, path)),
    async [Symbol.asyncDispose]() {
      watching[Symbol.dispose]();
      await rm(rootDir, { recursive: true });
    },
  };
}

test('tells of a change deep in a folder', async () => {
  await using watched = await watchNewRoot();
  const told = watched.untilTold('domains/deep/rule.ts');
  await writeFile(join(watched.rootDir, 'domains/deep/rule.ts'), 'export const a = 1');
  await told;
});

test('tells of a file each time it is replaced by a rename, and of a write after that', async () => {
  await using watched = await watchNewRoot();
  const file = join(watched.rootDir, 'domains/deep/rule.ts');
  for (const content of ['first', 'second']) {
    const told = watched.untilTold('domains/deep/rule.ts');
    await writeFile(`${file}.draft`, content);
    await rename(`${file}.draft`, file);
    await told;
  }
  const told = watched.untilTold('domains/deep/rule.ts');
  await writeFile(file, 'third');
  await told;
});

test('tells of files in a folder that is made later, and in one that was removed and made again', async () => {
  await using watched = await watchNewRoot();
  for (const folder of ['ui/new/deeper', 'domains/deep']) {
    const dir = join(watched.rootDir, folder);
    await rm(dir, { recursive: true, force: true });
    const found = watched.untilTold(`${folder}/a.ts`);
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, 'a.ts'), 'export {}');
    await found;
    const changed = watched.untilTold(`${folder}/a.ts`);
    await writeFile(join(dir, 'a.ts'), 'export const a = 1');
    await changed;
  }
});
