import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sampleProducts } from './testing/catalogue.ts';
import { createTestShop } from './testing/test-shop.ts';
import { visitorOf } from './testing/visitor.ts';

const t = await createTestShop();
after(() => t[Symbol.asyncDispose]());
const { app, owner } = t;
const [product] = await sampleProducts(owner);
const add = { product_id: product.id };
const now = Math.floor(Date.now() / 1000);
const day = 24 * 60 * 60;

function cookieOf(answer: { headers: Record<string, unknown> }): string {
  return String(answer.headers['set-cookie']);
}

async function sessionOf(cookie: string) {
  const answer = await app.inject({ url: '/api/cart', headers: { cookie } });
  assert.equal(answer.statusCode, 200);
  return { id: answer.json().session_id, isNew: answer.headers['set-cookie'] !== undefined };
}

function signed(sessionId: string, issuedAt: number | string): string {
  return `octo_session=${encodeURIComponent(app.signCookie(`${sessionId}.${issuedAt}`))}`;
}

test('the cookie is out of reach of scripts and other sites, and lives 90 days', async () => {
  const cookie = cookieOf(await app.inject('/api/cart'));
  assert.match(cookie, /^octo_session=[\w-]{32}\.\d+\.[^;]+; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('behind https it travels on https only', async () => {
  const proxied = await app.inject({ url: '/api/cart', headers: { 'x-forwarded-proto': 'https' } });
  assert.match(cookieOf(proxied), /; Secure/);
  await using published = await createTestShop({ env: { DNS_DOMAIN: 'example.com' } });
  const answer = await published.app.inject('/api/cart');
  assert.match(cookieOf(answer), /^__Host-octo_session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  assert.match(String(answer.headers['strict-transport-security']), /max-age=63072000/);
});

test('a good cookie is kept, and is not sent again', async () => {
  assert.deepEqual(await sessionOf(signed('a-session-of-long-ago-00', now - 89 * day)), {
    id: 'a-session-of-long-ago-00',
    isNew: false,
  });
});

test('a forged, stale or broken cookie is ignored and replaced', async () => {
  const good = signed('somebody-elses-session-0', now);
  const wrong = [
    signed('somebody-elses-session-0', now - 91 * day),
    signed('somebody-elses-session-0', 'yesterday'),
    signed('', now),
    good.slice(0, -4),
    good.replace('somebody', 'anybody0'),
    `octo_session=somebody-elses-session-0.${now}`,
    'octo_session=',
    'octo_session=%E0%A4%A',
    `octo_session=${'x'.repeat(4000)}`,
    'octo_session=a; octo_session=b',
    '=; ;;,',
  ];
  for (const cookie of wrong) {
    const session = await sessionOf(cookie);
    assert.equal(session.isNew, true, cookie);
    assert.match(session.id, /^[\w-]{32}$/, cookie);
  }
});

test('a session that is named goes before the cookie, and leaves it alone', async () => {
  const visitor = visitorOf(app);
  await visitor.submit('/cart/lines', { product_id: String(product.id) });
  const cookie = visitor.cookie() ?? '';
  const url = '/api/cart?session_id=a-session-by-its-name';
  const named = await app.inject({ url, headers: { cookie } });
  assert.deepEqual([named.json().session_id, named.json().items.length], ['a-session-by-its-name', 0]);
  assert.equal(named.headers['set-cookie'], undefined);
  assert.equal((await app.inject({ url: '/api/cart', headers: { cookie } })).json().items.length, 1);
});

test('a write from a page of somebody else is refused when it carries a cookie', async () => {
  const visitor = visitorOf(app);
  await visitor.open('/cart');
  const cookie = visitor.cookie() ?? '';
  const host = 'shop.example.com';
  const write = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/cart/add', headers: { host, ...headers }, payload: add });
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'garbage' },
    { origin: `https://${host}.evil.example` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: `https://${host}` },
  ];
  for (const headers of foreign) {
    const refused = await write({ cookie, ...headers });
    assert.equal(refused.statusCode, 403, JSON.stringify(headers));
    assert.deepEqual([refused.json().code, refused.json().field], ['http.foreign_origin', 'Origin']);
    assert.equal((await write(headers)).statusCode, 200, 'without a cookie it is an API client like any other');
  }
  assert.equal((await app.inject({ url: '/api/cart', headers: { cookie } })).json().items.length, 0);
  const own = [{ origin: `https://${host}` }, { 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }, {}];
  for (const headers of own) assert.equal((await write({ cookie, ...headers })).statusCode, 200);
});

test('a foreign form is refused without a cookie too: its answer would replace the session of the visitor', async () => {
  const payload = `product_id=${add.product_id}`;
  const form = { method: 'POST', url: '/cart/lines', payload } as const;
  const headers = { host: 'shop.example.com', 'content-type': 'application/x-www-form-urlencoded' };
  for (const foreign of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    const refused = await app.inject({ ...form, headers: { ...headers, ...foreign } });
    assert.equal(refused.statusCode, 403);
    assert.equal(refused.headers['set-cookie'], undefined);
  }
  assert.equal(
    (await app.inject({ ...form, headers: { ...headers, 'sec-fetch-site': 'same-origin' } })).statusCode,
    303,
  );
});

test('a foreign form is answered with a page', async () => {
  const headers = { cookie: 'a=b', origin: 'https://evil.example', accept: 'text/html' };
  const refused = await app.inject({ method: 'POST', url: '/checkout', headers });
  assert.equal(refused.statusCode, 403);
  assert.match(refused.payload, /comes from another site/);
});
