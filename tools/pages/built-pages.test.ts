import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { before, suite, test } from 'node:test';
import { ensurePages } from './ensure-pages.ts';

const rootDir = dirname(dirname(import.meta.dirname));
/** What somebody waits for before the first screen stands. */
const firstScriptLimitBytes = 180 * 1024;
const firstStyleLimitBytes = 20 * 1024;

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
