import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cataloguePage } from './catalogue.ts';
import { productPage } from './product.ts';
import { productWith, siteWith } from './testing/views.ts';
import { catalogueUrl } from './urls.ts';

const site = siteWith('Batteries');
const products = [productWith('Skydio X10')];
const categories = [
  { name: 'Batteries', count: 4 },
  { name: 'Motors & ESCs', count: 7 },
];

test('a catalogue URL names only the filters that are set, encoded', () => {
  assert.equal(catalogueUrl(), '/shop');
  assert.equal(catalogueUrl({ category: undefined, search: '' }), '/shop');
  assert.equal(
    catalogueUrl({ search: 'a&b', category: 'Motors & ESCs', sort_by: 'price_desc', after: 'xy', limit: 9 }),
    '/shop?search=a%26b&category=Motors+%26+ESCs&sort_by=price_desc&after=xy',
  );
});

test('the next page keeps the filters, another category starts from its first page', () => {
  const query = { search: 'fast', sort_by: 'price', after: 'old' } as const;
  const page = cataloguePage(site, { products, total: 60, categories, query, next: 'new' });
  assert.match(page, /data-more[^>]* href="\/shop\?search=fast&amp;sort_by=price&amp;after=new"/);
  assert.match(page, /href="\/shop\?search=fast&amp;category=Batteries&amp;sort_by=price"/);
});

test('the last page offers no more, the first no way back', () => {
  const page = cataloguePage(site, { products, total: 1, categories, query: {} });
  assert.doesNotMatch(page, /data-more|Back to the first page/);
});

test('the category on screen is marked, with the counts of the shop', () => {
  const page = cataloguePage(site, { products, total: 7, categories, query: { category: 'Motors & ESCs' } });
  assert.match(page, /aria-current="true">\s*<span>Motors &amp; ESCs<\/span>\s*<span[^>]*>7</);
  assert.match(page, /<span>All products<\/span>\s*<span[^>]*>11</);
});

test('a search shows no counts, they would be those of the whole shop', () => {
  const page = cataloguePage(site, { products, total: 1, categories, query: { search: 'x' } });
  assert.doesNotMatch(page, /category-count/);
});

test('nothing found says what was looked for and leads on', () => {
  const query = { search: 'zeppelin', category: 'Batteries' };
  const page = cataloguePage(site, { products: [], total: 0, categories, query });
  assert.match(page, /Nothing matches “zeppelin” in Batteries/);
  assert.match(page, /href="\/shop\?search=zeppelin">Search all categories/);
});

test('a product can be bought by a plain form, up to what is in stock', () => {
  const page = productPage(site, { product: productWith('Skydio X10', { id: 9, stock: 25 }), related: [] });
  assert.match(page, /<form class="buy" action="\/cart\/lines" method="post"/);
  assert.match(page, /name="product_id" value="9"/);
  assert.match(page, /name="quantity" value="1"\s+min="1" max="25"/);
  assert.match(page, /25 in stock/);
});

test('a plentiful product still sells no more than a cart line holds', () => {
  const page = productPage(site, { product: productWith('Prop', { stock: 500 }), related: [] });
  assert.match(page, /max="99"/);
});

test('little stock is said, none takes the form away', () => {
  const low = productWith('ELIOS 3', { stock: 4, inventory_badge: 'Low Stock' });
  assert.match(productPage(site, { product: low, related: [] }), /Only 4 left/);
  const none = productWith('ELIOS 3', { stock: 0, inventory_badge: 'Out of Stock' });
  const page = productPage(site, { product: none, related: [] });
  assert.match(page, /Out of stock/);
  assert.doesNotMatch(page, /<form class="buy"/);
});
