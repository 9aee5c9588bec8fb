import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { expectPage } from '@octo/platform/testing/expect.ts';
import { changeProduct, sampleProducts } from '../testing/catalogue.ts';
import { createTestShop } from '../testing/test-shop.ts';
import { visitorOf } from '../testing/visitor.ts';

const t = await createTestShop();
after(() => t[Symbol.asyncDispose]());
const { app } = t;
const [product, other] = await sampleProducts(t.owner);
const visitor = visitorOf(app);
const pages = ['/', '/shop', `/products/${product.id}`, '/locations'];

test('the front page leads into the catalogue', async () => {
  expectPage(await visitor.open('/'), 200, /href="\/shop/);
});

test('the catalogue searches, filters, sorts and pages', async () => {
  const found = await visitor.open(`/shop?search=${product.sku.toLowerCase()}&category=&sort_by=price`);
  expectPage(found, 200, new RegExp(`href="/products/${product.id}"`));
  assert.doesNotMatch(found.payload, new RegExp(`href="/products/${other.id}"`));
  const first = await visitor.open('/shop');
  const next = /href="(\/shop\?after=[^"]+)"/.exec(first.payload)?.[1];
  assert.ok(next, 'a page of 24 out of 52 has a next one');
  const linksOf = (page: string) => new Set(page.match(/href="\/products\/\d+"/g));
  const second = await visitor.open(next);
  assert.equal(linksOf(first.payload).size, 24);
  assert.ok(linksOf(second.payload).isDisjointFrom(linksOf(first.payload)));
});

test('a search that finds nothing says so, and shows markup as text', async () => {
  const page = await visitor.open(`/shop?search=${encodeURIComponent('<script>alert(1)</script>"')}`);
  expectPage(page, 200, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  assert.doesNotMatch(page.payload, /<script>alert/);
});

test('a product has its page, with a form that puts it into the cart', async () => {
  const page = await visitor.open(`/products/${product.id}`);
  expectPage(page, 200, /action="\/cart\/lines"/);
  assert.match(page.payload, new RegExp(`name="product_id" value="${product.id}"`));
});

test('the dealers have a page', async () => {
  expectPage(await visitor.open('/locations'), 200, /@/);
});

test('what went wrong is a page that can be read, with its trace id', async () => {
  const wrong: [string, number, RegExp][] = [
    ['/products/987654321', 404, /does not exist/],
    ['/products/drone', 400, /must be a whole number/],
    ['/nowhere', 404, /nothing at this address/],
    ['/%E0%A4%A', 404, /nothing at this address/],
    [`/shop?search=${'x'.repeat(10_000)}`, 400, /at most 100 characters/],
    ['/shop?limit=101', 400, /at most 100/],
    ['/shop?after=Z2FyYmFnZQ', 400, /first page/],
  ];
  for (const [url, status, text] of wrong) {
    const page = await visitor.open(url);
    expectPage(page, status, text);
    assert.match(page.payload, new RegExp(String(page.headers['x-trace-id'])));
    assert.equal(page.headers['cache-control'], 'no-store');
  }
});

test('a product taken off sale is gone from its page, the list and the search at once', async () => {
  await changeProduct(t, other.id, { isActive: false });
  expectPage(await visitor.open(`/products/${other.id}`), 404, /no longer sold/);
  const found = await visitor.open(`/shop?search=${other.sku}`);
  assert.doesNotMatch(found.payload, new RegExp(`href="/products/${other.id}"`));
  await changeProduct(t, other.id, { isActive: true });
  expectPage(await visitor.open(`/products/${other.id}`), 200, /action="\/cart\/lines"/);
});

test('a new price shows in the list, on the page and in the API once the catalogue moved', async () => {
  const urls = [`/shop?search=${other.sku}`, `/products/${other.id}`, `/api/products/${other.id}`];
  for (const url of urls) assert.doesNotMatch((await visitor.open(url)).payload, /12,?345\.67/);
  await changeProduct(t, other.id, { price: '12345.67' });
  for (const url of urls) assert.match((await visitor.open(url)).payload, /12,?345\.67/, url);
});

for (const url of pages) {
  test(`${url.replace(/\d+/, ':id')} is the same for everybody, compressed, and not sent twice`, async () => {
    const page = await app.inject(url);
    const stranger = await app.inject({ url, headers: { cookie: 'octo_session=forged' } });
    assert.equal(stranger.payload, page.payload);
    assert.equal(page.headers['set-cookie'], undefined);
    assert.equal(stranger.headers['set-cookie'], undefined);
    const packed = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
    assert.equal(packed.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(packed.rawPayload).toString(), page.payload);
    const again = await app.inject({ url, headers: { 'if-none-match': String(page.headers.etag) } });
    assert.deepEqual([again.statusCode, again.payload], [304, '']);
    assert.match(String(again.headers['content-security-policy']), /default-src 'none'/);
  });
}
