import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAssetSources } from '../assets.ts';
import { rumSources } from './assets.ts';

const assets = await loadAssetSources(rumSources);
const mostBytes = 15_000;

function scriptOf(name: string): { text: string; bytes: number } {
  const asset = assets.find(assets.url(name));
  assert.ok(asset?.brotli, name);
  return { text: asset.body.toString(), bytes: asset.brotli.length };
}

test('all that a page loads to tell of visits is small', () => {
  const bytes = rumSources.reduce((sum, { name }) => sum + scriptOf(name).bytes, 0);
  assert.ok(bytes > 5000 && bytes <= mostBytes, `${bytes} bytes`);
});

test('each is one module that finds the others by their addresses', async () => {
  const imports = rumSources.flatMap(({ name }) => {
    const found = [...scriptOf(name).text.matchAll(/\b(?:from |import\()'([^']+)'/g)].map(([, from = '']) => from);
    return found.map((from) => [name, from]);
  });
  assert.deepEqual(imports, [
    ['rum-client.js', assets.url('web-vitals.js')],
    ['rum.js', assets.url('rum-client.js')],
  ]);
  const client = scriptOf('rum-client.js').text.replace(assets.url('web-vitals.js'), import.meta.resolve('web-vitals'));
  const module = await import(`data:text/javascript,${encodeURIComponent(client)}`);
  assert.deepEqual(Object.keys(module), ['startClient']);
});
