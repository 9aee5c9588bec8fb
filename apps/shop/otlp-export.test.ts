import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { startReceiver } from './testing/otlp-receiver.ts';
import { shopEnv, startShopProcess } from './testing/shop-process.ts';

const database = await createTestDatabase({ seed: true });
after(() => database.close());
const env = {
  ...shopEnv(database.urls.octo_shop),
  OTEL_SERVICE_NAME: 'octo-drone-shop',
  OTEL_BSP_SCHEDULE_DELAY: '50',
};

test('sends its spans, log lines and metrics as OTLP protobuf to the configured receiver, the last ones before it ends', async () => {
  await using receiver = await startReceiver('ok');
  const telemetry = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_EXPORTER_OTLP_HEADERS: 'x-key=abc' };
  await using shop = startShopProcess({ ...env, ...telemetry });
  const answer = await fetch(`${await shop.url}/api/products?search=drone`);
  assert.equal(answer.status, 200);
  assert.equal((await shop.stop('SIGTERM')).code, 0);
  const { requests } = receiver;
  assert.deepEqual([...new Set(requests.map(({ path }) => path))].sort(), ['/v1/logs', '/v1/metrics', '/v1/traces']);
  for (const { headers } of requests) {
    assert.equal(headers['content-type'], 'application/x-protobuf');
    assert.equal(headers['x-key'], 'abc');
  }
  const [first] = requests.flatMap(({ content }) => content);
  assert.equal(first?.resource['service.name'], 'octo-drone-shop');
  const spans = requests.flatMap(({ content }) => content.flatMap((part) => part.spans));
  const server = spans.find(({ name }) => name === 'GET /api/products');
  assert.equal(server?.traceId, answer.headers.get('x-trace-id'));
  assert.equal(server?.attributes['http.route'], '/api/products');
  assert.equal(server?.attributes['http.response.status_code'], 200);
  assert.equal(server?.parentSpanId, '');
  const statement = spans.find(({ name, traceId }) => name === 'SELECT products' && traceId === server?.traceId);
  assert.match(String(statement?.attributes['octo.sql_id']), /^[0-9a-z]{13}$/);
  const durations = requests
    .flatMap(({ metrics }) => metrics)
    .findLast((metric) => metric.name === 'http.server.request.duration');
  assert.equal(durations?.kind, 'histogram');
  assert.equal(durations?.unit, 's');
  const [point] = durations?.points ?? [];
  assert.deepEqual([point?.attributes['http.route'], point?.count], ['/api/products', 1]);
  assert.equal(
    point?.bucketCounts.reduce((sum, count) => sum + count, 0),
    1,
  );
});

test('a receiver that is gone, or never answers, neither breaks the shop nor holds it up', async () => {
  await using silent = await startReceiver('silence');
  const gone = await startReceiver('ok');
  await gone[Symbol.asyncDispose]();
  for (const { url: endpoint } of [gone, silent]) {
    await using shop = startShopProcess({ ...env, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
    const url = await shop.url;
    const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(`${url}/shop`)));
    assert.ok(answers.every(({ status }) => status === 200));
    const { code, output } = await shop.stop('SIGTERM');
    assert.equal(code, 0, output);
  }
  assert.ok(silent.requests.length > 0, 'it was asked, and did not answer');
});
