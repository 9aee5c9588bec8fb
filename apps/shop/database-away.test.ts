import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getReadiness } from '@octo/contracts/meta.ts';
import { expectContract, expectPage, expectProblem } from '@octo/platform/testing/expect.ts';
import { makeGate } from '@octo/platform/testing/gate.ts';
import { sampleProducts } from './testing/catalogue.ts';
import { createTestShop } from './testing/test-shop.ts';
import { visitorOf } from './testing/visitor.ts';

const gate = await makeGate();
let shutWhileCharging = false;
const t = await createTestShop({
  reach: gate.lead,
  overrides: {
    rail: {
      provider: 'test',
      charge: async () => {
        if (shutWhileCharging) await gate.shut();
        return { status: 'charged', reference: 'r' };
      },
      find: async () => undefined,
      void: async () => ({ status: 'voided' }),
      refund: async () => undefined,
    },
  },
});
after(async () => {
  await t[Symbol.asyncDispose]();
  await gate[Symbol.asyncDispose]();
});
const { app } = t;
const [product] = await sampleProducts(t.owner);
const session_id = 'bought-while-it-fell';
const added = { product_id: product.id, session_id };
const order = {
  session_id,
  customer_name: 'Ada',
  customer_email: 'ada@example.com',
  shipping_address: '1 Analytical Way',
  payment_method: 'credit_card',
};
const buy = () => app.inject({ method: 'POST', url: '/api/shop/checkout', payload: order });
const away = { status: 503, code: 'database.unavailable' };

test('without its database the shop says so, lives on, and recovers by itself', async () => {
  await gate.shut();
  const requests = [
    '/api/products?search=anything',
    `/api/products/${product.id}`,
    '/api/shop/storefront',
    '/api/shop/locations',
    `/api/cart?session_id=${session_id}`,
    { method: 'POST', url: '/api/cart/add', payload: added },
    { method: 'DELETE', url: `/api/cart/1?session_id=${session_id}` },
    { method: 'POST', url: '/api/shop/checkout', payload: order },
  ] as const;
  for (const request of requests) {
    const answer = await app.inject(request);
    expectProblem(answer, away);
    assert.ok(Number(answer.headers['retry-after']) > 0);
  }
  for (const url of ['/', '/shop?search=x', `/products/${product.id}`, '/cart', '/checkout', '/orders/OCTO-1']) {
    const cookie = `octo_session=${encodeURIComponent(app.signCookie(`${session_id}.${Math.floor(Date.now() / 1000)}`))}`;
    expectPage(await visitorOf(app, cookie).open(url), 503, /database cannot be reached/);
  }
  expectContract(getReadiness, 503, await app.inject('/ready'));
  assert.equal((await app.inject('/health')).statusCode, 200);
  assert.equal((await app.inject('/api/categories')).statusCode, 200, 'what is known goes on being shown');

  await gate.reopen();
  expectContract(getReadiness, 200, await app.inject('/ready'));
  assert.equal((await app.inject('/')).statusCode, 200, 'a failure is not kept');
  assert.equal((await app.inject({ method: 'POST', url: '/api/cart/add', payload: added })).statusCode, 200);
});

test('a database that goes while the card is charged is 503, never a wrong answer', async () => {
  shutWhileCharging = true;
  expectProblem(await buy(), away);
  shutWhileCharging = false;
  await gate.reopen();
  const kept = await t.owner
    .selectFrom('orders')
    .where('sessionId', '=', session_id)
    .select(['status'])
    .executeTakeFirst();
  assert.equal(kept?.status, 'pending', 'the sweeper will ask the rail');
});

test('requests at the moment of the cut are answered too', async () => {
  const requests = Array.from({ length: 40 }, (_, index) => app.inject(`/api/products?search=word${index}`));
  await gate.shut();
  const statuses = new Set((await Promise.all(requests)).map(({ statusCode }) => statusCode));
  assert.ok(statuses.isSubsetOf(new Set([200, 503])), [...statuses].join());
  await gate.reopen();
  assert.equal((await app.inject('/api/products?search=after')).statusCode, 200);
});
