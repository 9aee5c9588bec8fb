import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ConfigurationError } from '@octo/platform/config/read-settings.ts';
import { expectPage, expectProblem } from '@octo/platform/testing/expect.ts';
import { readConfig } from '../config.ts';
import { newTraceId, tracesBody } from '../testing/otlp-json.ts';
import { createTestObservatory } from '../testing/test-observatory.ts';

const token = 'a token of the tests, which nobody may guess';
const open = await createTestObservatory();
const closed = await createTestObservatory({ HOST: '0.0.0.0', OBSERVATORY_TOKEN: token });
after(async () => {
  await open[Symbol.asyncDispose]();
  await closed[Symbol.asyncDispose]();
});

const bearer = { authorization: `Bearer ${token}` };

test('whoever lets others in without a token is told to set one, of some length', () => {
  for (const HOST of ['0.0.0.0', '::', '192.168.1.5', 'observatory.example.com']) {
    assert.throws(
      () => readConfig({ HOST }),
      (error) => error instanceof ConfigurationError && /OBSERVATORY_TOKEN/.test(error.message),
    );
    assert.equal(readConfig({ HOST, OBSERVATORY_TOKEN: token }).token, token);
  }
  assert.throws(() => readConfig({ HOST: '0.0.0.0', OBSERVATORY_TOKEN: 'short' }), /at least 32 characters/);
  for (const HOST of ['127.0.0.1', '127.8.9.1', '::1', 'localhost'])
    assert.equal(readConfig({ HOST }).token, undefined);
});

test('on this machine it answers to names of this machine alone', async () => {
  for (const host of ['localhost:8070', '127.0.0.1', '[::1]:8070', 'observatory.localhost'])
    assert.equal((await open.app.inject({ url: '/api/status', headers: { host } })).statusCode, 200, host);
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io', '10.0.0.1'])
    for (const url of ['/api/status', '/', '/v1/traces', '/metrics', '/health'])
      expectProblem(await open.app.inject({ url, headers: { host } }), {
        status: 403,
        code: 'http.foreign_host',
        field: 'Host',
      });
});

test('a page whose name leads to this machine cannot say that it was called by another', async () => {
  const headers = { host: 'evil.example', 'x-forwarded-host': 'localhost', 'sec-fetch-site': 'same-origin' };
  for (const url of ['/api/traces', '/'])
    expectProblem(await open.app.inject({ url, headers }), {
      status: 403,
      code: 'http.foreign_host',
      field: 'Host',
    });
});

test('pages of other sites get nothing, but may link here', async () => {
  const refused = [
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    { origin: 'http://localhost:8080' },
    { origin: 'null' },
  ];
  for (const headers of refused)
    expectProblem(await open.app.inject({ url: '/api/traces', headers: { host: 'localhost:8070', ...headers } }), {
      status: 403,
      code: 'http.foreign_origin',
      field: 'Origin',
    });
  const json = { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' };
  const sent = await open.app.inject({ method: 'POST', url: '/v1/traces', headers: json, payload: '{}' });
  assert.equal(sent.statusCode, 403);
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  assert.equal((await open.app.inject({ url: '/openapi.json', headers: link })).statusCode, 200);
  const own = { host: 'localhost:8070', origin: 'http://localhost:8070', 'sec-fetch-site': 'same-origin' };
  assert.equal((await open.app.inject({ url: '/api/traces', headers: own })).statusCode, 200);
});

test('with a token, nothing but alive and ready is open without it', async () => {
  for (const url of ['/health', '/ready']) assert.equal((await closed.app.inject(url)).statusCode, 200);
  const paths = [
    '/api/traces',
    `/api/traces/${newTraceId()}`,
    '/api/logs',
    '/api/services',
    '/api/status',
    '/api/metrics',
  ];
  for (const url of [...paths, '/metrics', '/openapi.json', '/v1/traces', '/nowhere']) {
    expectProblem(await closed.app.inject(url), { status: 401, code: 'observatory.not_signed_in' });
    const wrong = { authorization: `Bearer ${token}x` };
    expectProblem(await closed.app.inject({ url, headers: { ...wrong, 'x-forwarded-for': `10.0.0.${url.length}` } }), {
      status: 401,
      code: 'observatory.token_wrong',
    });
  }
  for (const url of ['/api/traces', '/metrics', '/openapi.json'])
    assert.equal((await closed.app.inject({ url, headers: bearer })).statusCode, 200, url);
  const payload = tracesBody('a', [{ traceId: newTraceId() }]);
  for (const [headers, status] of [
    [{}, 401],
    [bearer, 200],
  ] as const)
    assert.equal((await closed.app.inject({ method: 'POST', url: '/v1/traces', headers, payload })).statusCode, status);
});

test('who guesses is made to wait, with the right token too, and others are not', async () => {
  const guess = (headers: object, from: string) =>
    closed.app.inject({ url: '/api/status', headers: { ...headers, 'x-forwarded-for': from } });
  for (let attempt = 0; attempt < 20; attempt += 1)
    assert.equal((await guess({ authorization: `Bearer guess-${attempt}` }, '10.1.1.1')).statusCode, 401);
  const refused = await guess(bearer, '10.1.1.1');
  expectProblem(refused, { status: 429, code: 'observatory.too_many_attempts' });
  assert.ok(Number(refused.headers['retry-after']) > 0);
  assert.equal((await guess(bearer, '10.1.1.2')).statusCode, 200);
  closed.pass(300_001);
  assert.equal((await guess(bearer, '10.1.1.1')).statusCode, 200);
});

test('guesses from many places keep nobody out who has the token', async () => {
  const url = '/api/status';
  for (let guess = 0; guess < 300; guess += 1) {
    const headers = { authorization: 'Bearer guess', 'x-forwarded-for': `10.3.${guess % 20}.1` };
    assert.equal((await closed.app.inject({ url, headers })).statusCode, 401);
  }
  const headers = { ...bearer, 'x-forwarded-for': '10.4.4.4' };
  assert.equal((await closed.app.inject({ url, headers })).statusCode, 200);
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const signIn = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  closed.app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { ...form, ...headers },
    payload: new URLSearchParams(fields).toString(),
  });

test('a person signs in with the token and goes on to where they were going', async () => {
  const asked = await closed.app.inject({ url: '/traces?service=shop', headers: { accept: 'text/html' } });
  assert.equal(asked.statusCode, 303);
  assert.equal(asked.headers.location, '/sign-in?next=%2Ftraces%3Fservice%3Dshop');
  expectPage(
    await closed.app.inject(String(asked.headers.location)),
    200,
    /name="next" value="\/traces\?service=shop"/,
  );
  const wrong = await signIn({ token: 'wrong', next: '/traces' });
  expectPage(wrong, 401, /role="alert"/);
  assert.equal(wrong.headers['set-cookie'], undefined);
  const right = await signIn({ token, next: '/traces?service=shop' });
  assert.equal(right.statusCode, 303);
  assert.equal(right.headers.location, '/traces?service=shop');
  const cookie = String(right.headers['set-cookie']);
  assert.match(cookie, /HttpOnly/);
  assert.match(cookie, /SameSite=Strict/);
  assert.doesNotMatch(cookie, new RegExp(token.slice(0, 10)));
  const headers = { cookie: cookie.split(';', 1)[0] ?? '' };
  assert.equal((await closed.app.inject({ url: '/api/status', headers })).statusCode, 200);
  const forged = { cookie: headers.cookie.replace(/=\d/, '=9') };
  assert.equal((await closed.app.inject({ url: '/api/status', headers: forged })).statusCode, 401);
  closed.pass(12 * 3_600_000 + 1);
  assert.equal((await closed.app.inject({ url: '/api/status', headers })).statusCode, 401);
});

test('signing in leads nowhere else, comes from nowhere else, and is not tried without end', async () => {
  for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', '/"><script>'])
    assert.equal((await signIn({ token, next })).headers.location, '/');
  const foreign = await signIn({ token }, { origin: 'https://evil.example' });
  expectProblem(foreign, { status: 403, code: 'http.foreign_origin', field: 'Origin' });
  for (let attempt = 0; attempt < 10; attempt += 1) await signIn({ token: 'x' }, { 'x-forwarded-for': '10.2.2.2' });
  expectProblem(await signIn({ token }, { 'x-forwarded-for': '10.2.2.2' }), {
    status: 429,
    code: 'observatory.too_many_attempts',
  });
});

test('without a token there is nothing to sign in to', async () => {
  expectProblem(await open.app.inject('/sign-in'), { status: 404, code: 'http.not_found' });
});
