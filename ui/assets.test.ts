import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { type AssetSource, loadAssetSources } from './assets.ts';

let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assets-'));
});

after(() => rm(folder, { recursive: true }));

async function source(name: string, contentType: string, ...texts: string[]): Promise<AssetSource> {
  const files = await Promise.all(
    texts.map(async (text, index) => {
      const path = join(folder, `${index}-${name}`);
      await writeFile(path, text);
      return pathToFileURL(path);
    }),
  );
  return { name, contentType, files };
}

test('files are joined in order and found under a URL that carries their hash', async () => {
  const assets = await loadAssetSources([await source('a.css', 'text/css', 'a{}', 'b{}')]);
  assert.match(assets.url('a.css'), /^\/assets\/[\w-]{12}\/a\.css$/);
  const asset = assets.find(assets.url('a.css'));
  assert.equal(asset?.body.toString(), 'a{}\nb{}');
  assert.equal(asset?.brotli && brotliDecompressSync(asset.brotli).toString(), 'a{}\nb{}');
});

test('the URL changes with the content alone', async () => {
  const urlOf = async (css: string) => (await loadAssetSources([await source('x.css', 'text/css', css)])).url('x.css');
  const one = await urlOf('a{}');
  const same = await urlOf('a{}');
  const other = await urlOf('b{}');
  assert.equal(one, same);
  assert.notEqual(one, other);
});

test('styles and modules refer to each other by hashed URLs, and types are gone', async () => {
  const assets = await loadAssetSources([
    await source('f.woff2', 'font/woff2', 'font'),
    await source('a.css', 'text/css', '@font-face{src:url("f.woff2")}'),
    await source('api.js', 'text/javascript', 'export const x: number = 1;'),
    await source(
      'page.js',
      'text/javascript',
      "import type { T } from '@octo/t.ts';\nimport { x } from './api.ts';\nx as T;",
    ),
  ]);
  const text = (name: string) => assets.find(assets.url(name))?.body.toString() ?? '';
  assert.equal(text('a.css'), `@font-face{src:url("${assets.url('f.woff2')}")}`);
  assert.doesNotMatch(text('api.js'), /number/);
  assert.ok(text('page.js').includes(`from '${assets.url('api.js')}'`));
  assert.doesNotMatch(text('page.js'), /import type|as T/);
  assert.equal(assets.find(assets.url('f.woff2'))?.brotli, undefined);
});

test('a reference to an asset that is not there stops the start', async () => {
  const css = await source('a.css', 'text/css', 'a{background:url("gone.png")}');
  await assert.rejects(loadAssetSources([css]), /no asset named gone\.png/);
});

test('an unknown path finds nothing', async () => {
  const assets = await loadAssetSources([]);
  assert.equal(assets.find('/assets/x/shop.css'), undefined);
});

test('taking types away says nothing in the log', async () => {
  const warnings: unknown[] = [];
  const listen = (warning: unknown) => warnings.push(warning);
  process.on('warning', listen);
  await loadAssetSources([await source('w.js', 'text/javascript', 'const a: number = 1;')]);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', listen);
  assert.deepEqual(warnings, []);
});
