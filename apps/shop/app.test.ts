import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { sampleProducts } from './testing/catalogue.ts';
import { createTestShop } from './testing/test-shop.ts';

const t = await createTestShop();
after(() => t[Symbol.asyncDispose]());
const { app, shop } = t;
const [product] = await sampleProducts(t.owner);

const kinds: Record<string, [InjectOptions, number]> = {
  page: [{ url: '/' }, 200],
  'page that is known': [{ url: '/', headers: {} }, 304],
  API: [{ url: '/api/products' }, 200],
  file: [{ url: shop.assets.url('shop.css') }, 200],
  picture: [{ url: `/images/products/${product.sku.toLowerCase()}.svg` }, 200],
  redirect: [{ url: '/checkout' }, 303],
  'unknown address': [{ url: '/nowhere' }, 404],
  'address that cannot be decoded': [{ url: '/%' }, 404],
  'wrong method': [{ method: 'DELETE', url: '/shop' }, 405],
  'bad input': [{ url: '/api/products?limit=0' }, 400],
  'body too large': [
    {
      method: 'POST',
      url: '/checkout',
      payload: 'x'.repeat(300_000),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    413,
  ],
  'foreign write': [
    { method: 'POST', url: '/checkout', headers: { cookie: 'a=b', origin: 'https://evil.example' } },
    403,
  ],
  'error page': [{ url: '/nowhere', headers: { accept: 'text/html' } }, 404],
  'API description': [{ url: '/openapi.json' }, 200],
};

for (const [kind, [request, status]] of Object.entries(kinds)) {
  test(`security headers and ids are on every ${kind}`, async () => {
    if (status === 304) request.headers = { 'if-none-match': String((await app.inject('/')).headers.etag) };
    const { statusCode, headers } = await app.inject(request);
    assert.equal(statusCode, status);
    const policy = String(headers['content-security-policy']);
    for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
      assert.ok(policy.includes(rule), rule);
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['x-frame-options'], 'DENY');
    assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin');
    assert.ok(headers['x-request-id']);
    assert.ok(headers['x-trace-id']);
    assert.ok(headers['cache-control'], 'no cache has to guess');
    if (status >= 400) assert.equal(headers['cache-control'], 'no-store');
  });
}

test('no page holds what its own policy would refuse', async () => {
  for (const url of ['/', '/shop', `/products/${product.id}`, '/cart', '/locations', '/nowhere']) {
    const { payload } = await app.inject({ url, headers: { accept: 'text/html' } });
    assert.doesNotMatch(payload, /<script(?![^>]*\bsrc="\/assets\/)|<style|\sstyle="|\son\w+="|javascript:/i, url);
  }
});

test('a request id that is harmless is kept, any other replaced', async () => {
  const idOf = async (offered: string) =>
    (await app.inject({ url: '/health', headers: { 'x-request-id': offered } })).headers['x-request-id'];
  assert.equal(await idOf('check.out:42_a-b'), 'check.out:42_a-b');
  for (const offered of ['a b', 'x'.repeat(129), '<script>', 'a\tb', ''])
    assert.match(String(await idOf(offered)), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('HEAD answers like GET without the body', async () => {
  for (const url of ['/', '/shop', '/api/products', '/health', '/openapi.json', shop.assets.url('shop.css')]) {
    const [get, head] = [await app.inject(url), await app.inject({ method: 'HEAD', url })];
    assert.deepEqual([head.statusCode, head.payload], [200, ''], url);
    for (const name of ['content-type', 'content-length', 'etag', 'cache-control'])
      assert.equal(head.headers[name], get.headers[name], `${name} of ${url}`);
  }
  assert.equal((await app.inject({ method: 'HEAD', url: '/nowhere' })).statusCode, 404);
});

test('pages are for people: programs, and everybody at the API, get problem+json', async () => {
  const typeOf = async (url: string, accept?: string) =>
    String((await app.inject({ url, headers: accept ? { accept } : {} })).headers['content-type']).split(';', 1)[0];
  const browser = 'text/html,application/xhtml+xml,*/*;q=0.8';
  assert.equal(await typeOf('/nowhere', browser), 'text/html');
  assert.equal(await typeOf('/nowhere', '*/*'), 'application/problem+json');
  assert.equal(await typeOf('/nowhere'), 'application/problem+json');
  assert.equal(await typeOf('/api/nowhere', browser), 'application/problem+json');
});
