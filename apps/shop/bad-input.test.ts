import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import type { InjectOptions } from 'fastify';
import { changeProduct, sampleProducts } from './testing/catalogue.ts';
import { databaseContent } from './testing/database-content.ts';
import { createTestShop } from './testing/test-shop.ts';

const t = await createTestShop();
after(() => t[Symbol.asyncDispose]());
const { app, owner } = t;
const [product, inactive, foreign] = await sampleProducts(owner);
const session_id = 'a-session-with-a-cart';
await app.inject({ method: 'POST', url: '/api/cart/add', payload: { product_id: product.id, session_id } });
await changeProduct(t, inactive.id, { isActive: false });
await changeProduct(t, foreign.id, { shopId: null });

type Case = [name: string, request: InjectOptions, status: number, code: string, field: string | undefined];
const json = { 'content-type': 'application/json' };
const order = {
  session_id,
  customer_name: 'Ada',
  customer_email: 'ada@example.com',
  shipping_address: '1 Analytical Way',
  payment_method: 'credit_card',
};

function add(payload: object | string, headers: Record<string, string> = json): InjectOptions {
  return { method: 'POST', url: '/api/cart/add', payload, headers };
}

function buy(change: object, headers: Record<string, string> = json): InjectOptions {
  return { method: 'POST', url: '/api/shop/checkout', payload: { ...order, ...change }, headers };
}

function forged(...parts: unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

const cart = `/api/cart?session_id=`;
const invalid = (name: string, request: InjectOptions, field: string): Case => [
  name,
  request,
  400,
  'http.invalid',
  field,
];

const cases: Case[] = [
  ['an unknown product', add({ product_id: 987654321, session_id }), 404, 'catalog.product_not_found', 'product_id'],
  ['an inactive product', add({ product_id: inactive.id, session_id }), 404, 'catalog.product_inactive', 'product_id'],
  ['a product of no shop', add({ product_id: foreign.id, session_id }), 404, 'catalog.product_not_found', 'product_id'],
  ...[0, -1, 1e9, 1.5, 'two', '2', null, [1], {}, true].map((quantity) =>
    invalid(`quantity ${JSON.stringify(quantity)}`, add({ product_id: product.id, quantity, session_id }), 'quantity'),
  ),
  ...[0, -5, 2 ** 53, 1e300, 'x', null].map((id) =>
    invalid(`product ${JSON.stringify(id)}`, add({ product_id: id, session_id }), 'product_id'),
  ),
  invalid('no product', add({ session_id }), 'product_id'),
  ...['short', 'x'.repeat(65), 'spaces are not allowed', 'sixteen-chars-and-ü', `${session_id}\u0000`].map((id) =>
    invalid(`session ${JSON.stringify(id)}`, add({ product_id: product.id, session_id: id }), 'session_id'),
  ),
  invalid('a short session in the address', { url: `${cart}short` }, 'session_id'),
  invalid('an item that is none', { method: 'DELETE', url: `/api/cart/two?session_id=${session_id}` }, 'item_id'),
  invalid('a negative item', { method: 'DELETE', url: `/api/cart/-1?session_id=${session_id}` }, 'item_id'),
  invalid('a huge item', { method: 'DELETE', url: `/api/cart/${'9'.repeat(30)}?session_id=${session_id}` }, 'item_id'),
  ...['ada', 'ada@', '@example.com', 'a b@example.com', 'a@b@c', '', 'a@b\u0000', `${'a'.repeat(200)}@example.com`].map(
    (customer_email) => invalid(`e-mail ${JSON.stringify(customer_email)}`, buy({ customer_email }), 'customer_email'),
  ),
  ...(['customer_name', 'shipping_address'] as const).flatMap((field) =>
    ['', '   ', 'a\u0000b', 'a\ud800b', 'x'.repeat(501), 7, null].map((text) =>
      invalid(`${field} ${JSON.stringify(text)?.slice(0, 12)}`, buy({ [field]: text }), field),
    ),
  ),
  ...['a\u0000b', 'a\udc00b', 'x'.repeat(1001)].map((notes) =>
    invalid(`notes ${JSON.stringify(notes).slice(0, 12)}`, buy({ notes }), 'notes'),
  ),
  invalid(
    'a name that invites to search for ever',
    buy({ customer_name: `${'a'.repeat(200_000)}\u0001` }),
    'customer_name',
  ),
  invalid('an unknown way to pay', buy({ payment_method: 'cash' }), 'payment_method'),
  invalid('a card number instead of a token', buy({ payment_token: '4242424242424242' }), 'payment_token'),
  invalid('a key with spaces', buy({}, { 'idempotency-key': 'a b' }), 'idempotency-key'),
  invalid('a key of 129 characters', buy({}, { 'idempotency-key': 'k'.repeat(129) }), 'idempotency-key'),
  ['an empty cart', buy({ session_id: 'a-session-without' }), 409, 'cart.empty', 'session_id'],
  ['malformed JSON', add('{"product_id": 1'), 400, 'http.body_malformed', 'body'],
  ['__proto__ in JSON', add('{"product_id": 1, "__proto__": {"x": 1}}'), 400, 'http.body_malformed', 'body'],
  ['an empty JSON body', add(''), 400, 'http.body_empty', 'body'],
  ['no body', { method: 'POST', url: '/api/cart/add' }, 400, 'http.invalid', 'body'],
  ['a body that is a list', add('[]'), 400, 'http.invalid', 'body'],
  ['a body that is null', add('null'), 400, 'http.invalid', 'body'],
  [
    'a deep body',
    add(`{"product_id": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    400,
    'http.invalid',
    'product_id',
  ],
  [
    'a form where JSON belongs',
    add('product_id=1', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'http.content_type',
    'body',
  ],
  ['text where JSON belongs', add('{}', { 'content-type': 'text/plain' }), 415, 'http.content_type', 'body'],
  ['10 MB', add(`"${'x'.repeat(10_000_000)}"`), 413, 'http.body_too_large', 'body'],
  ...['0', '101', '-1', '1.5', 'ten', ''].map((limit) =>
    invalid(`limit "${limit}"`, { url: `/api/products?limit=${limit}` }, 'limit'),
  ),
  invalid('offset past the bound', { url: '/api/products?offset=10001' }, 'offset'),
  invalid('an unknown order', { url: '/api/products?sort_by=colour' }, 'sort_by'),
  invalid('a search of 10,000 characters', { url: `/api/products?search=${'x'.repeat(10_000)}` }, 'search'),
  invalid('a search of 10,000 umlauts', { url: `/api/products?search=${'%C3%BC'.repeat(10_000)}` }, 'search'),
  invalid('NUL in a search', { url: '/api/products?search=a%00b' }, 'search'),
  invalid('NUL in a category', { url: '/api/products?category=a%00b' }, 'category'),
  invalid('a search given twice', { url: '/api/products?search=a&search=b' }, 'search'),
  invalid('a cursor of other letters', { url: '/api/products?after=%2F..%2F' }, 'after'),
  ...[
    ['garbage', 'Z2FyYmFnZQ'],
    ['for another order', forged('price', '1.00', 1)],
    ['without an id', forged('name', 'x')],
    ['that is no list', Buffer.from('{"length":3}').toString('base64url')],
  ].map(
    ([name, after]): Case => [
      `a cursor ${name}`,
      { url: `/api/products?after=${after}` },
      400,
      'paging.cursor_invalid',
      'after',
    ],
  ),
  ...['-271821-04-20T00:00:00.000Z', '+275760-09-13T00:00:00.000Z', 'x', 7].map(
    (instant): Case => [
      `a cursor from ${instant}`,
      { url: `/api/products?sort_by=created_at&after=${forged('created_at', instant, 1)}` },
      400,
      'paging.cursor_invalid',
      'after',
    ],
  ),
  invalid('product 0', { url: '/api/products/0' }, 'id'),
  invalid('a product by name', { url: '/api/products/drone' }, 'id'),
  ['an unknown path', { url: '/api/admin/products' }, 404, 'http.not_found', undefined],
  ['a path that cannot be decoded', { url: '/api/products/%E0%A4%A' }, 404, 'http.not_found', undefined],
  ['a method that is not taken', { method: 'PUT', url: '/api/products/1' }, 405, 'http.method_not_allowed', undefined],
];

const before = await databaseContent(owner);

for (const [name, request, status, code, field] of cases) {
  test(`refuses ${name} with ${status}`, async () => {
    expectProblem(await app.inject(request), { status, code, field });
  });
}

test('a wrong method is told the right ones', async () => {
  const answer = await app.inject({ method: 'PUT', url: '/api/cart/7' });
  assert.equal(answer.headers.allow, 'PATCH, DELETE');
});

test('one answer names every field at fault', async () => {
  const answer = await app.inject({ method: 'POST', url: '/api/shop/checkout', payload: { customer_email: 'x' } });
  assert.deepEqual(
    answer
      .json()
      .errors.map(({ field }: { field: string }) => field)
      .sort(),
    ['customer_email', 'customer_name', 'payment_method', 'shipping_address'],
  );
});

test('none of it changed a row', async () => {
  assert.deepEqual(await databaseContent(owner), before);
});
