import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { expectPage } from '@octo/platform/testing/expect.ts';
import { changeProduct, sampleProducts, setStock } from '../testing/catalogue.ts';
import { databaseContent } from '../testing/database-content.ts';
import { createTestShop } from '../testing/test-shop.ts';
import { type Visitor, visitorOf } from '../testing/visitor.ts';

const t = await createTestShop();
after(() => t[Symbol.asyncDispose]());
const { app, owner } = t;
const [product, other] = await sampleProducts(owner);
const one = { product_id: String(product.id) };

async function lineOf(visitor: Visitor): Promise<string> {
  const id = /data-line="(\d+)"/.exec((await visitor.open('/cart')).payload)?.[1];
  assert.ok(id, 'the cart has a line');
  return `/cart/lines/${id}`;
}

test('a new visitor has an empty cart and gets a cookie', async () => {
  const visitor = visitorOf(app);
  const page = await visitor.open('/cart');
  expectPage(page, 200, /data-quantity="0"/);
  assert.match(String(page.headers['set-cookie']), /^octo_session=/);
  assert.equal(page.headers['cache-control'], 'no-store');
});

test('adds, changes and removes without a script', async () => {
  const visitor = visitorOf(app);
  const added = await visitor.submit('/cart/lines', { ...one, quantity: '2' });
  assert.deepEqual([added.statusCode, added.headers.location], [303, '/cart']);
  await visitor.submit('/cart/lines', { ...one, quantity: '' });
  const line = await lineOf(visitor);
  expectPage(await visitor.open('/cart'), 200, /name="quantity"[^>]*value="3"|value="3"[^>]*name="quantity"/);
  assert.equal((await visitor.submit(line, { quantity: '5' })).headers.location, '/cart');
  expectPage(await visitor.open('/cart'), 200, /name="quantity"[^>]*value="5"|value="5"[^>]*name="quantity"/);
  assert.equal((await visitor.submit(`${line}/remove`, {})).headers.location, '/cart');
  expectPage(await visitor.open('/cart'), 200, /data-quantity="0"/);
});

test('more than there is in stock shows the cart as it is, with the reason', async () => {
  const visitor = visitorOf(app);
  await visitor.submit('/cart/lines', { product_id: String(other.id), quantity: '2' });
  await setStock(owner, other.id, 3);
  expectPage(await visitor.submit(await lineOf(visitor), { quantity: '4' }), 409, /Only 3 in stock/);
  expectPage(
    await visitor.submit('/cart/lines', { product_id: String(other.id), quantity: '2' }),
    409,
    /Only 3 in stock/,
  );
  await setStock(owner, other.id, other.stock);
});

test('an inactive product is refused with the reason', async () => {
  await changeProduct(t, other.id, { isActive: false });
  const refused = await visitorOf(app).submit('/cart/lines', { product_id: String(other.id) });
  expectPage(refused, 404, /no longer sold/);
  await changeProduct(t, other.id, { isActive: true });
});

test('bad input is a page that can be read and changes nothing', async () => {
  const visitor = visitorOf(app);
  await visitor.submit('/cart/lines', one);
  const line = await lineOf(visitor);
  const before = await databaseContent(owner);
  for (const quantity of ['0', '-1', '1000000000', '1.5', 'two', '\u0000']) {
    expectPage(await visitor.submit('/cart/lines', { ...one, quantity }), 400, /quantity (must be|is required)/);
    expectPage(await visitor.submit(line, { quantity }), 400, /quantity (must be|is required)/);
  }
  expectPage(await visitor.submit(line, {}), 400, /quantity (must be|is required)/);
  for (const id of ['0', '-1', '9'.repeat(30), 'two'])
    expectPage(await visitor.submit('/cart/lines', { product_id: id }), 400, /product_id (must be|is required)/);
  expectPage(await visitor.submit('/cart/lines', {}), 400, /product_id (must be|is required)/);
  expectPage(await visitor.submit('/cart/lines', { product_id: '987654321' }), 404, /does not exist/);
  expectPage(await visitor.submit('/cart/lines/two', { quantity: '1' }), 400, /id (must be|is required)/);
  const stranger = visitorOf(app);
  expectPage(await stranger.submit(line, { quantity: '9' }), 404, /not in your cart/);
  expectPage(await stranger.submit(`${line}/remove`, {}), 404, /not in your cart/);
  assert.deepEqual(await databaseContent(owner), before);
});

test('pages take forms and nothing else', async () => {
  const accept = 'text/html';
  const json = {
    method: 'POST',
    url: '/cart/lines',
    headers: { accept },
    payload: { product_id: product.id },
  } as const;
  expectPage(await app.inject(json), 415, /content type/);
  expectPage(await app.inject({ method: 'POST', url: '/cart/lines', headers: { accept } }), 400, /body/);
  const large = { accept, 'content-type': 'application/x-www-form-urlencoded' };
  const payload = `product_id=${'1'.repeat(10_000_000)}`;
  expectPage(await app.inject({ method: 'POST', url: '/cart/lines', headers: large, payload }), 413, /larger/);
  expectPage(await app.inject({ method: 'PUT', url: '/cart', headers: { accept } }), 405, /method/);
});

test('fields named after the insides of JavaScript are fields like any other', async () => {
  const visitor = visitorOf(app);
  const added = await visitor.submit('/cart/lines', { ...one, __proto__: '1', constructor: '1', hasOwnProperty: '1' });
  assert.equal(added.statusCode, 303);
  assert.equal(Reflect.get({}, '1'), undefined);
});
