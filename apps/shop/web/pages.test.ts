import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAssets } from './assets.ts';
import { homePage } from './home.ts';
import { locationsPage } from './locations.ts';
import { problemPage } from './problem.ts';
import { locationWith, productWith, siteWith, storefrontWith, traceId } from './testing/views.ts';

const site = siteWith('Batteries');

test('every asset that a page names exists, and none is compressed that already is', async () => {
  const assets = await loadAssets();
  const page = homePage(
    { ...site, asset: assets.url },
    { storefront: storefrontWith('OCTO'), featured: [productWith('X10')], categories: [], locations: [] },
  );
  const urls = [...page.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, url = '']) => url);
  assert.ok(urls.length >= 5);
  for (const url of urls) assert.ok(assets.find(url), url);
  for (const script of ['cart.js', 'checkout.js', 'mono.woff2']) assert.ok(assets.find(assets.url(script)), script);
  assert.ok(assets.find(assets.url('shop.css'))?.brotli);
  assert.equal(assets.find(assets.url('inter.woff2'))?.brotli, undefined);
});

test('a shop without products still has a front page that leads on', () => {
  const page = homePage(site, { storefront: storefrontWith('OCTO'), featured: [], categories: [], locations: [] });
  assert.match(page, /Our aircraft, parts and batteries/);
  assert.match(page, /href="\/shop"/);
});

test('a place with coordinates has a map, one without or with nonsense has none', () => {
  const at = (coordinates: string | null) =>
    locationsPage(site, { locations: [locationWith('Arlington', { coordinates })] });
  assert.match(at('38.8816,-77.0910'), /openstreetmap\.org\/\?mlat=38\.8816&amp;mlon=-77\.0910/);
  assert.doesNotMatch(at(null), /openstreetmap/);
  assert.doesNotMatch(at('"><x>,1'), /openstreetmap/);
});

test('a telephone link holds digits only', () => {
  const page = locationsPage(site, { locations: [locationWith('A', { contact_phone: '+1 (650) 555-0100' })] });
  assert.match(page, /href="tel:\+16505550100">\+1 \(650\) 555-0100</);
});

test('no dealer at all is said', () => {
  assert.match(locationsPage(site, { locations: [] }), /No dealer is listed/);
});

test('a problem names the status, the fields at fault and the trace id', () => {
  const errors = [{ field: 'quantity', message: 'must be at least 1' }];
  const page = problemPage(site, { status: 400, title: 'No', message: 'Look again.', traceId, errors });
  for (const shown of ['Error 400', 'Look again.', '<code>quantity</code> must be at least 1', traceId]) {
    assert.ok(page.includes(shown), shown);
  }
});
