import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getHealth } from '@octo/contracts/meta.ts';
import { listMetrics } from '@octo/contracts/observatory-metrics.ts';
import { listServices } from '@octo/contracts/observatory-services.ts';
import { getReadiness, getStatus } from '@octo/contracts/observatory-status.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { keyValues, logsBody, metricsBody, nano, newTraceId, tracesBody } from '../testing/otlp-json.ts';
import { createTestObservatory } from '../testing/test-observatory.ts';

const t = await createTestObservatory();
after(() => t[Symbol.asyncDispose]());

test('rates, errors and durations come from server spans, by service and route', async () => {
  const spans = Array.from({ length: 100 }, (_, at) => ({
    traceId: newTraceId(),
    name: at < 75 ? 'GET /a' : 'GET /b',
    kind: 2,
    durationMs: at + 1,
    ...(at < 10 ? { status: 2 } : {}),
  }));
  await t.send('traces', tracesBody('rated', [...spans, { traceId: newTraceId(), kind: 3 }]));
  const answer = expectContract(listServices, 200, await t.app.inject('/api/services?minutes=10'));
  assert.equal(answer.windowMinutes, 10);
  const rated = answer.services.find(({ service }: { service: string }) => service === 'rated');
  assert.deepEqual(
    [rated.requests, rated.errors, rated.errorRate, rated.requestsPerMinute, rated.spans],
    [100, 10, 0.1, 10, 101],
  );
  for (const [found, wanted] of [
    [rated.p50Ms, 50],
    [rated.p95Ms, 95],
    [rated.p99Ms, 99],
  ])
    assert.ok(Math.abs(found - wanted) / wanted < 0.03, `${found} is about ${wanted}`);
  assert.deepEqual(
    rated.routes.map(({ name, requests, errors }: { name: string; requests: number; errors: number }) => [
      name,
      requests,
      errors,
    ]),
    [
      ['GET /a', 75, 10],
      ['GET /b', 25, 0],
    ],
  );
  assert.equal(rated.minutes.length, 10);
  assert.equal(
    rated.minutes.reduce((sum: number, { requests }: { requests: number }) => sum + requests, 0),
    100,
  );
  const day = (await t.app.inject('/api/services?minutes=1440')).json();
  assert.equal(day.services[0].minutes.length, 60);
  for (const minutes of ['0', '1441', 'x'])
    expectProblem(await t.app.inject(`/api/services?minutes=${minutes}`), {
      status: 400,
      code: 'http.invalid',
      field: 'minutes',
    });
});

test('of each series of a metric the newest point is there', async () => {
  const point = (value: number, ms: number, host: string) => ({
    timeUnixNano: nano(ms),
    asInt: String(value),
    attributes: keyValues({ host }),
  });
  const now = Date.now();
  const sum = (dataPoints: object[]) => ({
    name: 'octo.orders.placed',
    description: 'Orders',
    unit: '{order}',
    sum: { dataPoints, isMonotonic: true },
  });
  const histogram = {
    name: 'http.server.request.duration',
    unit: 's',
    histogram: { dataPoints: [{ timeUnixNano: nano(now), count: '3', sum: 1.5, bucketCounts: ['3'] }] },
  };
  await t.send('metrics', metricsBody('shop', [sum([point(1, now - 10, 'a'), point(5, now - 10, 'b')]), histogram]));
  await t.send('metrics', metricsBody('shop', [sum([point(2, now, 'a')])]));
  await t.send('metrics', metricsBody('shop', [sum([point(1, now - 5, 'a')])]));
  const { metrics } = expectContract(
    listMetrics,
    200,
    await t.app.inject('/api/metrics?service=shop&name=octo.orders.placed'),
  );
  assert.deepEqual(
    metrics.map(({ value, attributes }: { value: number; attributes: object }) => [value, attributes]),
    [
      [2, { host: 'a' }],
      [5, { host: 'b' }],
    ],
  );
  const [duration] = (await t.app.inject('/api/metrics?name=http.server.request.duration')).json().metrics;
  assert.deepEqual(duration, {
    service: 'shop',
    name: 'http.server.request.duration',
    description: '',
    unit: 's',
    kind: 'histogram',
    attributes: {},
    timeUnixNano: nano(now),
    value: null,
    count: 3,
    sum: 1.5,
  });
  expectProblem(await t.app.inject('/api/metrics?limit=0'), { status: 400, code: 'http.invalid', field: 'limit' });
});

test('a point of the future is refused, and keeps no other from being read', async () => {
  for (const timeUnixNano of ['18446744073709551615', nano(Date.now() + 86_400_000), '-5']) {
    const late = { name: 'late', gauge: { dataPoints: [{ timeUnixNano, asInt: '1' }] } };
    const payload = metricsBody('clock', [late]);
    const answer = await t.app.inject({ method: 'POST', url: '/v1/metrics', payload });
    assert.equal(answer.json().partialSuccess.rejectedDataPoints, '1');
  }
  await t.send(
    'metrics',
    metricsBody('clock', [{ name: 'now', gauge: { dataPoints: [{ timeUnixNano: nano(Date.now()), asInt: '1' }] } }]),
  );
  const { metrics } = expectContract(listMetrics, 200, await t.app.inject('/api/metrics?service=clock'));
  assert.deepEqual(
    metrics.map(({ name }: { name: string }) => name),
    ['now'],
  );
});

test('a hundred thousand names neither fill tables of names nor the answer', async () => {
  await using many = await createTestObservatory();
  for (let at = 0; at < 100_000; at += 20_000) {
    const spans = Array.from({ length: 20_000 }, (_, index) => ({
      traceId: newTraceId(),
      kind: 2,
      name: `GET /${at + index}`,
    }));
    await many.send('traces', tracesBody('noisy', spans));
  }
  const [noisy] = expectContract(listServices, 200, await many.app.inject('/api/services')).services;
  assert.deepEqual([noisy.requests, noisy.routes.length, noisy.routes[0].name], [100_000, 50, '(other)']);
  const { traces } = (await many.app.inject('/api/traces?q=/99999')).json();
  assert.deepEqual(
    traces.map(({ name }: { name: string }) => name),
    ['GET /99999'],
  );
});

test('says how it does, what it holds, and that it is alive and ready', async () => {
  expectContract(getHealth, 200, await t.app.inject('/health'));
  expectContract(getReadiness, 200, await t.app.inject('/ready'));
  await t.send('logs', logsBody('shop', [{ body: 'well' }, { body: 'unwell', severity: 'WARN' }]));
  const status = expectContract(getStatus, 200, await t.app.inject('/api/status'));
  assert.ok(status.spans > 100 && status.logs === 2 && status.metricPoints >= 3 && status.storeBytes > 10_000);
  const { bytes, limitBytes, warnings, oldestUnixNano } = status.logRoom;
  assert.ok(bytes > 100 && bytes < limitBytes && limitBytes < status.storeLimitBytes && oldestUnixNano !== null);
  assert.equal(warnings, 1);
  assert.deepEqual(status.notes, []);
  const { paths } = (await t.app.inject('/openapi.json')).json();
  for (const path of [
    '/api/traces',
    '/api/traces/{traceId}',
    '/api/logs',
    '/api/services',
    '/api/metrics',
    '/api/status',
  ])
    assert.ok(paths[path], path);
});
