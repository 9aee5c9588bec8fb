import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { before, suite, test } from 'node:test';
import { loadPages } from '@octo/platform/http/pages/load-pages.ts';
import { ensurePages } from './ensure-pages.ts';

const rootDir = dirname(dirname(import.meta.dirname));
/** What somebody waits for before the first screen stands. */
const firstScriptLimitBytes = 180 * 1024;
const firstStyleLimitBytes = 20 * 1024;
/** What tells of visits, fetched after the first paint. */
const rumLimitBytes = 15_000;

for (const app of ['crm', 'observatory'])
  suite(`the pages of the ${app}`, () => {
    let pagesDir: string;
    let document: string;

    before(async () => {
      pagesDir = await ensurePages(rootDir, app);
      document = await readFile(join(pagesDir, 'index.html'), 'utf8');
    });

    function namedIn(pattern: RegExp): string[] {
      return [...document.matchAll(pattern)].map(([, path = '']) => path);
    }

    async function compressedBytes(paths: readonly string[]): Promise<number> {
      const sizes = await Promise.all(paths.map(async (path) => (await stat(join(pagesDir, `${path}.br`))).size));
      return sizes.reduce((sum, size) => sum + size, 0);
    }

    test('the document holds no script and no style of its own', () => {
      assert.doesNotMatch(document, /<script(?![^>]*\ssrc=)/);
      assert.doesNotMatch(document, /<style|\sstyle=|\son\w+=/);
    });

    test('it loads from us alone', () => {
      const addresses = namedIn(/\s(?:src|href)="([^"]*)"/g);
      assert.ok(addresses.length >= 3);
      for (const address of addresses) assert.match(address, /^\/assets\/[\w.-]+$/);
    });

    test('the first screen waits for little', async () => {
      const scripts = namedIn(/(?:src|modulepreload"[^>]*href)="(\/assets\/[^"]+\.js)"/g);
      const styles = namedIn(/href="(\/assets\/[^"]+\.css)"/g);
      assert.ok(scripts.length > 0 && styles.length > 0);
      assert.ok((await compressedBytes(scripts)) <= firstScriptLimitBytes);
      assert.ok((await compressedBytes(styles)) <= firstStyleLimitBytes);
    });

    test('screens are fetched one by one, and the contracts stay on the server', async () => {
      const names = (await readdir(join(pagesDir, 'assets'))).filter((name) => name.endsWith('.js'));
      assert.ok(names.length > 5);
      for (const name of names)
        assert.doesNotMatch(await readFile(join(pagesDir, 'assets', name), 'utf8'), /~kind|typebox/i, name);
    });
  });

test('what tells of visits is small, and a page of its own', async () => {
  const assets = join(await ensurePages(rootDir, 'crm'), 'assets');
  const names = (await readdir(assets)).filter((name) => /^rum-client-.*\.js\.br$/.test(name));
  assert.equal(names.length, 1);
  const { size } = await stat(join(assets, names[0] ?? ''));
  assert.ok(size > 3000 && size <= rumLimitBytes, `${size} bytes`);
});

test('each script has a map that leads to our sources, which no script names and no server sends', async () => {
  const pagesDir = await ensurePages(rootDir, 'crm');
  const assets = join(pagesDir, 'assets');
  const pages = await loadPages(pagesDir);
  const maps = (await readdir(assets)).filter((name) => name.endsWith('.js.map'));
  const sources: string[] = [];
  assert.ok(maps.length > 5);
  for (const map of maps) {
    const name = basename(map, '.map');
    sources.push(...JSON.parse(await readFile(join(assets, map), 'utf8')).sources);
    assert.doesNotMatch(await readFile(join(assets, name), 'utf8'), /sourceMappingURL/, name);
    assert.equal(pages.findAsset(map), undefined);
  }
  assert.ok(sources.some((source) => source.endsWith('apps/crm/web/main.tsx')));
});
