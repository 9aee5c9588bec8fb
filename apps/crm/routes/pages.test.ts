import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { loadPages } from '@octo/platform/http/pages/load-pages.ts';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import { createTestCrm } from '../testing/test-crm.ts';
import { pagePaths } from '../web/paths.ts';

const script = 'console.log("hello");';
const pagesDir = await mkdtemp(join(tmpdir(), 'octo-crm-pages-'));
await mkdir(join(pagesDir, 'assets'));
await writeFile(
  join(pagesDir, 'index.html'),
  '<!doctype html><meta property="csp-nonce" nonce="{{style-nonce}}"></head>',
);
await writeFile(join(pagesDir, 'secret.js'), 'secret');
await writeFile(join(pagesDir, 'assets', 'main-abc.js'), script);
await writeFile(join(pagesDir, 'assets', 'main-abc.js.br'), brotliCompressSync(script));
await writeFile(join(pagesDir, 'assets', 'inter.woff2'), 'font');
await writeFile(join(pagesDir, 'assets', 'notes.txt'), 'secret');

const t = await createTestCrm({ env: { PAGES_DIR: pagesDir } });
const bare = await createTestCrm({ database: t.database });
after(async () => {
  await Promise.all([t[Symbol.asyncDispose](), bare[Symbol.asyncDispose]()]);
  await rm(pagesDir, { recursive: true });
});

const asBrowser = { accept: 'text/html,application/xhtml+xml' };

function noncesOf(answer: { headers: Record<string, unknown>; payload: string }): (string | undefined)[] {
  const [, policy] = /style-src 'self' 'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy'])) ?? [];
  const [, document] = /nonce="([^"]+)"/.exec(answer.payload) ?? [];
  return [policy, document];
}

for (const path of pagePaths)
  test(`${path} is a page, with or without a session, and never kept`, async () => {
    const answer = await t.app.inject({ url: path.replace(':id', '17'), headers: asBrowser });
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(answer.headers['cache-control'], 'no-store');
  });

test('every answer lets styles through by a nonce of its own, and no inline script', async () => {
  const answers = [await t.app.inject('/orders'), await t.app.inject('/orders')];
  const nonces = answers.map(noncesOf);
  for (const [policy, document] of nonces) {
    assert.match(policy ?? '', /^[A-Za-z0-9+/]{24}$/);
    assert.equal(document, policy);
  }
  assert.notEqual(nonces[0]?.[0], nonces[1]?.[0]);
  const policy = String(answers[0]?.headers['content-security-policy']);
  assert.match(policy, /(^|; )script-src 'self'(;|$)/);
  assert.doesNotMatch(policy, /unsafe/);
});

test('the API keeps the policy without a nonce', async () => {
  const { headers } = await t.app.inject('/api/auth/session');
  assert.match(String(headers['content-security-policy']), /style-src 'self';/);
});

test('HEAD answers as GET does, without the page', async () => {
  for (const url of ['/orders', '/assets/main-abc.js']) {
    const [head, get] = [await t.app.inject({ method: 'HEAD', url }), await t.app.inject(url)];
    assert.deepEqual([head.statusCode, head.payload], [200, '']);
    assert.equal(head.headers['content-type'], get.headers['content-type']);
    assert.equal(head.headers['content-length'], get.headers['content-length']);
  }
});

test('a file is kept for ever, compressed for who reads that', async () => {
  const plain = await t.app.inject('/assets/main-abc.js');
  assert.deepEqual([plain.statusCode, plain.payload], [200, script]);
  assert.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(plain.headers.vary, 'accept-encoding');
  assert.equal(plain.headers['content-type'], 'text/javascript; charset=utf-8');
  const packed = await t.app.inject({ url: '/assets/main-abc.js', headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(packed.rawPayload).toString(), script);
  const font = await t.app.inject({ url: '/assets/inter.woff2', headers: { 'accept-encoding': 'br' } });
  assert.deepEqual([font.headers['content-encoding'], font.headers['content-type']], [undefined, 'font/woff2']);
});

test('what is no file of the pages is not found, whatever its name leads to', async () => {
  const names = [
    'gone-abc.js',
    'main-abc.js.br',
    'notes.txt',
    '..%2fsecret.js',
    '..%2Findex.html',
    '%2e%2e%2fsecret.js',
    '..%5csecret.js',
    '%252e%252e%252fsecret.js',
    '../secret.js',
    '..%2f..%2f..%2fetc%2fpasswd',
    '__proto__',
  ];
  for (const name of names) {
    const answer = await t.app.inject(`/assets/${name}`);
    expectProblem(answer, { status: 404, code: 'http.not_found' });
    assert.doesNotMatch(answer.payload, /secret/);
  }
});

test('a person at an unknown address is told so by the pages, a program by a problem', async () => {
  const person = await t.app.inject({ url: '/nowhere', headers: asBrowser });
  assert.deepEqual([person.statusCode, person.headers['content-type']], [404, 'text/html; charset=utf-8']);
  const [policy, document] = noncesOf(person);
  assert.ok(policy !== undefined && policy === document);
  expectProblem(await t.app.inject('/nowhere'), { status: 404, code: 'http.not_found' });
});

test('an unknown address of the API is a problem for everybody', async () => {
  expectProblem(await t.app.inject({ url: '/api/nowhere', headers: asBrowser }), {
    status: 404,
    code: 'http.not_found',
  });
});

test('a page takes no other method', async () => {
  const answer = await t.app.inject({ method: 'POST', url: '/orders' });
  expectProblem(answer, { status: 405, code: 'http.method_not_allowed' });
  assert.equal(answer.headers.allow, 'GET, HEAD');
});

test('without built pages the API is served alone', async () => {
  expectProblem(await bare.app.inject({ url: '/orders', headers: asBrowser }), { status: 404, code: 'http.not_found' });
  assert.equal((await bare.app.inject('/api/auth/session')).statusCode, 200);
});

test('pages that are not there, or hold no place for the nonce, stop the start', async () => {
  await assert.rejects(loadPages(join(pagesDir, 'gone')), /ENOENT/);
  const wrong = join(pagesDir, 'wrong');
  await mkdir(wrong);
  await writeFile(join(wrong, 'index.html'), '<!doctype html>');
  await assert.rejects(loadPages(wrong), /no place for the nonce/);
});

test('pages say whom they tell of visits, and may tell nobody else', async () => {
  const telling = await createTestCrm({
    database: t.database,
    env: { PAGES_DIR: pagesDir, RUM_URL: 'https://observatory.example.com' },
  });
  const { payload, headers } = await telling.app.inject({ url: '/orders/17', headers: asBrowser });
  assert.match(payload, /<meta name="octo-rum" content="[^"]*https:\/\/observatory\.example\.com[^"]*"><\/head>/);
  assert.match(String(headers['content-security-policy']), /connect-src 'self' https:\/\/observatory\.example\.com;/);
  assert.match(String(headers['server-timing']), /, route;desc="\/orders\/:id"$/);
  await telling[Symbol.asyncDispose]();
  const silent = await t.app.inject({ url: '/orders/17', headers: asBrowser });
  assert.doesNotMatch(silent.payload, /octo-rum/);
});
