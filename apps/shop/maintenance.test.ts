import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOut } from '@octo/contracts/checkout.ts';
import { getReadiness } from '@octo/contracts/meta.ts';
import { expectContract, expectPage, expectProblem } from '@octo/platform/testing/expect.ts';
import { sampleProducts, setStock, setStorefrontStatus } from './testing/catalogue.ts';
import { databaseContent } from './testing/database-content.ts';
import { createTestShop } from './testing/test-shop.ts';
import { visitorOf } from './testing/visitor.ts';

test('maintenance closes cart and checkout, and leaves the catalogue open', async () => {
  await using t = await createTestShop();
  const { app, owner } = t;
  const [product] = await sampleProducts(owner);
  const visitor = visitorOf(app);
  const added = { product_id: product.id, session_id: 'before-maintenance' };
  await app.inject({ method: 'POST', url: '/api/cart/add', payload: added });
  await setStorefrontStatus(t, 'maintenance');
  const before = await databaseContent(owner);

  for (const url of ['/', '/shop', `/products/${product.id}`, '/locations'])
    assert.equal((await visitor.open(url)).statusCode, 200, url);
  assert.equal((await app.inject('/api/products')).statusCode, 200);
  assert.equal((await app.inject('/api/shop/storefront')).json().storefront.status, 'maintenance');

  for (const url of ['/cart', '/checkout', '/%63art', '/c%61rt?x=1'])
    expectPage(await visitor.open(url), 503, /carts and checkout are closed/i);
  expectPage(await visitor.submit('/cart/lines', { product_id: String(product.id) }), 503, /closed/);
  expectPage(await visitor.submit('/cart/lines/1/remove', {}), 503, /closed/);
  expectPage(await visitor.submit('/checkout', {}), 503, /closed/);
  const closed = { status: 503, code: 'shops.maintenance' };
  const refused = await app.inject({ method: 'POST', url: '/api/cart/add', payload: added });
  expectProblem(refused, closed);
  assert.ok(Number(refused.headers['retry-after']) > 0);
  expectProblem(await app.inject('/api/cart?session_id=before-maintenance'), closed);
  expectProblem(await app.inject({ method: 'DELETE', url: '/api/cart/1?session_id=before-maintenance' }), closed);
  expectProblem(await app.inject({ method: 'POST', url: '/api/shop/checkout', payload: {} }), closed);
  expectContract(getReadiness, 200, await app.inject('/ready'));
  assert.deepEqual(await databaseContent(owner), before);

  await setStorefrontStatus(t, 'active');
  assert.equal((await app.inject('/api/cart?session_id=before-maintenance')).json().items.length, 1);
});

test('an inactive shop answers nothing but its probes', async () => {
  await using t = await createTestShop();
  const { app, shop } = t;
  await setStorefrontStatus(t, 'inactive');
  for (const url of ['/', '/shop', '/products/1', '/cart', '/orders/OCTO-1', '/nowhere', '/%68ealth/'])
    expectPage(await visitorOf(app).open(url), 503, /closed/);
  for (const url of ['/api/products', '/api/version', '/api/shop/storefront', '/openapi.json'])
    expectProblem(await app.inject(url), { status: 503, code: 'shops.inactive' });
  assert.equal((await app.inject('/health')).statusCode, 200);
  expectContract(getReadiness, 200, await app.inject('/ready'));
  assert.equal((await app.inject(shop.assets.url('shop.css'))).statusCode, 200, 'its page still has its style');
  await setStorefrontStatus(t, 'active');
  assert.equal((await app.inject('/')).statusCode, 200);
});

test('a shop that does not exist is not ready, and answers 503', async () => {
  await using t = await createTestShop({ env: { SHOP_SLUG: 'no-such-shop' }, isOpening: true });
  const { app } = t;
  expectContract(getReadiness, 503, await app.inject('/ready'));
  assert.equal((await app.inject('/health')).statusCode, 200);
  for (const url of ['/api/products', '/api/cart', '/api/categories', '/api/shop/locations'])
    expectProblem(await app.inject(url), { status: 503, code: 'shops.not_ready' });
  expectPage(await visitorOf(app).open('/'), 503, /just opening/);
});

test('listed stock may be old for a moment; the checkout decides', async () => {
  await using t = await createTestShop();
  const { app, owner } = t;
  const [product] = await sampleProducts(owner);
  const session_id = 'buys-the-last-ones';
  const listed = async () => (await app.inject(`/api/products/${product.id}`)).json().stock;
  assert.equal(await listed(), product.stock);
  const added = { product_id: product.id, quantity: 2, session_id };
  await app.inject({ method: 'POST', url: '/api/cart/add', payload: added });
  await setStock(owner, product.id, 1);
  assert.equal(await listed(), product.stock, 'sales move no version: what was kept is shown');
  const order = {
    session_id,
    customer_name: 'Ada',
    customer_email: 'ada@example.com',
    shipping_address: '1 Analytical Way',
    payment_method: 'credit_card',
  };
  const buy = () => app.inject({ method: 'POST', url: '/api/shop/checkout', payload: order });
  assert.equal((await buy()).statusCode, 409);
  await setStock(owner, product.id, 2);
  expectContract(checkOut, 200, await buy());
});
