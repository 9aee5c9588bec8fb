import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { createLogger } from '../telemetry/logger.ts';
import { expectProblem } from '../testing/expect.ts';
import { recordSpans } from '../testing/record-spans.ts';
import { createApp } from './create-app.ts';
import { type MetricsAccess, serveMetrics } from './metrics-route.ts';

recordSpans();
const logger = createLogger({ name: 'test', namespace: 'octo', version: '1' }, 'error', { write: () => undefined });
const key = 'the internal key of the tests, long enough';
const token = 'a token for whoever scrapes, long enough';
const laptop: MetricsAccess = {
  internalKeyHeader: 'x-internal-service-key',
  internalKeys: [key],
  metricsToken: token,
  environment: 'development',
  publicUrl: undefined,
};
const apps: FastifyInstance[] = [];
after(() => Promise.all(apps.map((app) => app.close())));

function appWith(access: MetricsAccess): FastifyInstance {
  const app = createApp({ logger, publicUrl: access.publicUrl });
  serveMetrics(app, access);
  apps.push(app);
  return app;
}

const refused = { status: 401, code: 'http.metrics_token', field: 'authorization' };
const here = appWith(laptop);
const ask = (app: FastifyInstance, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  app.inject({ url: '/metrics', headers: { host: 'localhost:8080', ...headers }, remoteAddress });

test('a program of a laptop reads them as Prometheus text', async () => {
  await ask(here);
  const answer = await ask(here);
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8');
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.match(answer.payload, /^target_info\{service_name="test"/m);
  assert.match(answer.payload, /^http_server_request_duration_seconds_count\{.*http_route="\/metrics".*\} \d/m);
  assert.match(answer.payload, /^nodejs_eventloop_delay_p99_seconds \d/m);
});

test('the key of our services and the token open them from anywhere', async () => {
  const production = appWith({ ...laptop, environment: 'production', publicUrl: 'https://shop.example.com' });
  for (const headers of [{ 'x-internal-service-key': key }, { authorization: `Bearer ${token}` }])
    assert.equal((await ask(production, headers, '10.1.2.3')).statusCode, 200);
});

const strangers: [string, Record<string, string>, string][] = [
  ['comes from elsewhere', {}, '10.1.2.3'],
  ['comes through a proxy of this machine', { 'x-forwarded-for': '203.0.113.7' }, '127.0.0.1'],
  ['comes through one that says but little', { 'x-forwarded-port': '443' }, '127.0.0.1'],
  ['says that it comes from here', { 'x-forwarded-for': '127.0.0.1' }, '10.1.2.3'],
  ['calls this machine by a name of theirs', { host: 'shop.example.com' }, '127.0.0.1'],
  ['brings a wrong token', { authorization: 'Bearer nonsense' }, '10.1.2.3'],
  ['brings an empty token', { authorization: 'Bearer ' }, '10.1.2.3'],
  ['brings a wrong key', { 'x-internal-service-key': 'nonsense' }, '10.1.2.3'],
];

for (const [who, headers, address] of strangers)
  test(`who ${who} reads nothing`, async () => expectProblem(await ask(here, headers, address), refused));

for (const [where, access] of [
  ['in production', { environment: 'production' }],
  ['behind a public address', { publicUrl: 'https://shop.example.com' }],
] as const)
  test(`${where} not even a program of the same machine reads them without token`, async () =>
    expectProblem(await ask(appWith({ ...laptop, ...access })), refused));

test('without a token set, no bearer opens them', async () => {
  const app = appWith({ ...laptop, metricsToken: undefined });
  for (const authorization of ['Bearer undefined', 'Bearer ', `Bearer ${token}`])
    expectProblem(await ask(app, { authorization }, '10.1.2.3'), refused);
});
