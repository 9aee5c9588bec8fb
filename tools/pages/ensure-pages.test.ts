import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { ensurePages } from './ensure-pages.ts';
import { clearOldBuilds } from './old-builds.ts';
import { type Garden, plantGarden } from './testing/garden.ts';

const gardens: Garden[] = [];
after(() => Promise.all(gardens.map((garden) => garden[Symbol.asyncDispose]())));

async function newGarden(): Promise<Garden> {
  const garden = await plantGarden();
  gardens.push(garden);
  return garden;
}

async function buildsIn({ cacheDir }: Garden): Promise<string[]> {
  return (await readdir(cacheDir)).sort();
}

test('pages are built with hashed names and a compressed form beside each', async () => {
  const garden = await newGarden();
  const dir = await ensurePages(garden.rootDir, 'crm');
  const names = await readdir(join(dir, 'assets'));
  const script = names.find((name) => name.endsWith('.js')) ?? '';
  assert.match(script, /^index-[\w-]{8}\.js$/);
  assert.match(await readFile(join(dir, 'index.html'), 'utf8'), new RegExp(`src="/assets/${script}"`));
  const text = await readFile(join(dir, 'assets', script), 'utf8');
  assert.match(text, /a page/);
  assert.equal(brotliDecompressSync(await readFile(join(dir, 'assets', `${script}.br`))).toString(), text);
});

test('they are built once, and again when a source of theirs has changed', async () => {
  const garden = await newGarden();
  const first = await ensurePages(garden.rootDir, 'crm');
  await writeFile(join(first, 'marked'), '');
  assert.equal(await ensurePages(garden.rootDir, 'crm'), first);
  assert.ok(existsSync(join(first, 'marked')), 'it was built anew');
  for (const source of ['apps/crm/web/main.ts', 'contracts/a.ts', 'ui/css/a.css', 'package-lock.json']) {
    const before = await ensurePages(garden.rootDir, 'crm');
    await garden.plant({ [source]: `// ${source}` });
    assert.notEqual(await ensurePages(garden.rootDir, 'crm'), before, source);
  }
});

test('what is no source of theirs changes nothing', async () => {
  const garden = await newGarden();
  const before = await ensurePages(garden.rootDir, 'crm');
  for (const path of [
    'apps/crm/app.ts',
    'apps/other/web/a.ts',
    'apps/crm/web/a.test.ts',
    'apps/crm/web/testing/a.ts',
    'ui/.a.ts.swp',
  ])
    await garden.plant({ [path]: '// changed' });
  assert.equal(await ensurePages(garden.rootDir, 'crm'), before);
});

test('several may ask at once and get the same', async () => {
  const garden = await newGarden();
  const [one, other, third] = await Promise.all([1, 2, 3].map(() => ensurePages(garden.rootDir, 'crm')));
  assert.deepEqual([other, third], [one, one]);
  assert.deepEqual(await buildsIn(garden), [basename(one ?? '')]);
  assert.ok(existsSync(join(one ?? '', 'index.html')));
});

test('what does not build is said, leaves nothing behind, and is tried again', async () => {
  const garden = await newGarden();
  await garden.plant({ 'apps/crm/web/main.ts': 'import "./missing.ts";' });
  await assert.rejects(ensurePages(garden.rootDir, 'crm'), /could not be built:[\s\S]*missing\.ts/);
  assert.deepEqual(await buildsIn(garden), []);
  await garden.plant({ 'apps/crm/web/missing.ts': 'document.title = "found";' });
  await ensurePages(garden.rootDir, 'crm');
});

test('only the builds of an app used last are kept, and no draft that nobody finishes', async () => {
  const garden = await newGarden();
  const nowMs = Date.now();
  const hourMs = 3_600_000;
  for (const [name, hoursAgo] of [
    ['crm-a', 5],
    ['crm-b', 4],
    ['crm-c', 3],
    ['crm-d', 2],
    ['other-a', 6],
    ['draft-old', 2],
    ['draft-new', 0],
  ] as const) {
    await garden.plant({ [`node_modules/.cache/octo/pages/${name}/index.html`]: '' });
    const then = new Date(nowMs - hoursAgo * hourMs);
    await utimes(join(garden.cacheDir, name), then, then);
  }
  await clearOldBuilds(garden.cacheDir, nowMs);
  assert.deepEqual(await buildsIn(garden), ['crm-b', 'crm-c', 'crm-d', 'draft-new', 'other-a']);
});
