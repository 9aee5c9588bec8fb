import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '@octo/ui/html.ts';
import { loadAssets } from './assets.ts';
import { layout } from './layout.ts';

const { url: asset } = await loadAssets();
const told = {
  kind: 'observatory',
  url: 'https://observatory.example.com',
  samplePercent: 50,
  traceOrigins: [],
  release: '"1"',
} as const;

test('a page says whom it tells of visits, and loads what does so before its own scripts', () => {
  const page = layout({ asset, categories: [], rum: told }, { title: 'Shop' }, html``);
  const [, content = ''] = /<meta name="octo-rum" content="([^"]*)">/.exec(page) ?? [];
  assert.deepEqual(JSON.parse(content.replaceAll('&quot;', '"')), told);
  assert.ok(page.indexOf(asset('rum.js')) > 0 && page.indexOf(asset('rum.js')) < page.indexOf(asset('shop.js')));
  assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)/);
});

test('where nobody is told, a page says and loads nothing', () => {
  const page = layout({ asset, categories: [] }, { title: 'Shop' }, html``);
  assert.doesNotMatch(page, /rum/);
});
