import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import { changeProduct, sampleProducts } from '../testing/catalogue.ts';
import { createTestShop } from '../testing/test-shop.ts';

const t = await createTestShop();
after(() => t[Symbol.asyncDispose]());
const { app, shop } = t;
const [product, other] = await sampleProducts(t.owner);

const types = { 'shop.css': 'text/css', 'shop.js': 'text/javascript', 'icon.svg': 'image/svg+xml' };

for (const [name, type] of Object.entries(types)) {
  test(`${name} is kept for ever, compressed or plain`, async () => {
    const url = shop.assets.url(name);
    const plain = await app.inject(url);
    assert.equal(plain.statusCode, 200);
    assert.match(String(plain.headers['content-type']), new RegExp(`^${type.replace('+', '\\+')}`));
    assert.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable');
    const packed = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
    assert.equal(packed.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(packed.rawPayload).toString(), plain.payload);
  });
}

test('the font is sent as it is', async () => {
  const font = await app.inject({ url: shop.assets.url('inter.woff2'), headers: { 'accept-encoding': 'br' } });
  assert.deepEqual([font.statusCode, font.headers['content-encoding']], [200, undefined]);
});

test('a product has its picture, which may be kept for an hour', async () => {
  const url = `/images/products/${product.sku.toLowerCase()}.svg`;
  const picture = await app.inject(url);
  assert.equal(picture.statusCode, 200);
  assert.match(String(picture.headers['content-type']), /^image\/svg\+xml/);
  assert.equal(picture.headers['cache-control'], 'public, max-age=3600');
  assert.match(picture.payload, /^<svg /);
  const again = await app.inject({ url, headers: { 'if-none-match': String(picture.headers.etag) } });
  assert.equal(again.statusCode, 304);
});

test('a name with markup stays text in the picture', async () => {
  await changeProduct(t, other.id, { name: '</title><script>alert(1)</script>' });
  const picture = await app.inject(`/images/products/${other.sku.toLowerCase()}.svg`);
  assert.equal(picture.statusCode, 200);
  assert.doesNotMatch(picture.payload, /<script>/);
});

test('what is not there is not found, and is not kept', async () => {
  const missing: [string, string, string | undefined][] = [
    ['/images/products/none-000.svg', 'catalog.product_not_found', 'sku'],
    ['/images/products/..%2f..%2fpackage.json', 'http.not_found', undefined],
    [`/images/products/${product.sku.toLowerCase()}.png`, 'http.not_found', undefined],
    ['/assets/000000000000/shop.css', 'http.not_found', undefined],
    ['/assets/..%2f..%2fmain.ts/x', 'http.not_found', undefined],
    ['/assets/../main.ts', 'http.not_found', undefined],
  ];
  for (const [url, code, field] of missing) expectProblem(await app.inject(url), { status: 404, code, field });
});

test('the icon that browsers ask for leads to the one there is', async () => {
  const answer = await app.inject('/favicon.ico');
  assert.deepEqual([answer.statusCode, answer.headers.location], [302, shop.assets.url('icon.svg')]);
});
