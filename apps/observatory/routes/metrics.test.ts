import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getMetricHistory, listMetricCatalogue, type MetricHistory } from '@octo/contracts/observatory-metrics.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { keyValues, metricsBody, nano, newId, newTraceId, tracesBody } from '../testing/otlp-json.ts';
import { createTestObservatory } from '../testing/test-observatory.ts';

const t = await createTestObservatory();
after(() => t[Symbol.asyncDispose]());

/** The end of a minute, a while ago. */
const endMs = Math.floor(Date.now() / 60_000 - 1) * 60_000;
const times = (atMs: number) => ({ startTimeUnixNano: nano(endMs - 60_000), timeUnixNano: nano(atMs) });

function counter(name: string, points: readonly object[]): object {
  return {
    name,
    unit: '{order}',
    description: 'Orders',
    sum: { dataPoints: points, isMonotonic: true, aggregationTemporality: 2 },
  };
}

function seconds(name: string, points: readonly object[]): object {
  return { name, unit: 's', description: 'Time', histogram: { dataPoints: points, aggregationTemporality: 2 } };
}

async function history(query: Record<string, string>): Promise<MetricHistory> {
  const span = { fromUnixNano: nano(endMs - 40_000), toUnixNano: nano(endMs + 20_000), stepSeconds: '10' };
  const answer = await t.app.inject(`/api/metrics/history?${new URLSearchParams({ ...span, ...query })}`);
  return expectContract(getMetricHistory, 200, answer);
}

test('a counter is told as what it grew by, zero where nothing was counted, and null where nothing was heard', async () => {
  for (const [atMs, value] of [
    [endMs - 30_000, 5],
    [endMs - 20_000, 5],
    [endMs - 10_000, 8],
  ] as const)
    await t.send('metrics', metricsBody('shop', [counter('orders', [{ ...times(atMs), asInt: String(value) }])]));
  const sum = await history({ name: 'orders', aggregation: 'sum' });
  assert.deepEqual(sum.groups[0]?.points.slice(0, 3), [5, 0, 3]);
  const rate = await history({ name: 'orders' });
  assert.deepEqual([rate.aggregation, rate.unit, rate.groups[0]?.points[0]], ['rate', '{order}/s', 0.5]);
  const long = { fromUnixNano: nano(endMs - 3_600_000), stepSeconds: '300', aggregation: 'sum' };
  const hour = await history({ name: 'orders', ...long });
  assert.equal(hour.groups[0]?.points[0], null);
  assert.equal(
    hour.groups[0]?.points.reduce((total: number, value) => total + (value ?? 0), 0),
    8,
  );
});

test('a counter that never grew is told as zeros, and beside one that did it is left out', async () => {
  const send = (key: string, atMs: number, value: string) => {
    const point = { ...times(atMs), asInt: value, attributes: keyValues({ key }) };
    return t.send('metrics', metricsBody('shop', [counter('dropped', [point])]));
  };
  const told = async () => {
    const { groups, groupCount } = await history({ name: 'dropped', aggregation: 'sum', groupBy: 'key' });
    return { groupCount, groups: groups.map(({ values, points }) => [...values, ...points.slice(0, 3)]) };
  };
  await send('spans', endMs - 30_000, '0');
  await send('lines', endMs - 30_000, '0');
  const zeros = ['spans', 'lines'].map((key) => [key, 0, 0, 0]);
  assert.deepEqual(await told(), { groupCount: 2, groups: zeros });
  await send('lines', endMs - 10_000, '4');
  assert.deepEqual(await told(), { groupCount: 1, groups: [['lines', 0, 0, 4]] });
});

test('two processes of a service are added up, and each that is started again counts anew', async () => {
  const send = (instance: string, atMs: number, value: string) => {
    const body = metricsBody('crm', [counter('accepted', [{ ...times(atMs), asInt: value }])], instance);
    return t.send('metrics', body);
  };
  await send('one', endMs - 30_000, '2');
  await send('two', endMs - 30_000, '10');
  await send('one', endMs - 20_000, '3');
  await send('one-again', endMs - 10_000, '4');
  const { groups } = await history({ name: 'accepted', aggregation: 'sum' });
  assert.deepEqual(groups[0]?.points.slice(0, 3), [12, 1, 4]);
});

test('a distribution is told by its percentiles, by route, with measurements that lead to their traces', async () => {
  const traceId = newTraceId();
  await t.send('traces', tracesBody('shop', [{ traceId }]));
  const exemplar = { timeUnixNano: nano(endMs - 25_000), asDouble: 0.4, traceId, spanId: newId(8) };
  const lost = { ...exemplar, asDouble: 4, timeUnixNano: nano(endMs - 5_000), traceId: newTraceId() };
  const spread = (route: string, counts: readonly string[], sum: number) => ({
    ...times(endMs - 20_000),
    count: '10',
    sum,
    bucketCounts: counts,
    explicitBounds: [0.1, 0.5],
    attributes: keyValues({ 'http.route': route, 'http.request.method': 'GET' }),
    exemplars: route === '/slow' ? [exemplar, lost] : [],
  });
  const points = [spread('/fast', ['10', '0', '0'], 0.4), spread('/slow', ['0', '10', '0'], 3)];
  await t.send('metrics', metricsBody('shop', [seconds('duration', points)]));
  const p50 = await history({ name: 'duration', aggregation: 'p50', groupBy: 'service,http.route' });
  assert.deepEqual(
    p50.groups.map(({ values, points }) => [...values, points[1]]),
    [
      ['shop', '/slow', 0.3],
      ['shop', '/fast', 0.05],
    ],
  );
  assert.deepEqual(
    p50.exemplars.map(({ value, traceId }) => [value, traceId]),
    [[0.4, traceId]],
  );
  const all = await history({ name: 'duration', aggregation: 'count' });
  assert.deepEqual(all.groups[0]?.points[1], 20);
  const fast = await history({ name: 'duration', aggregation: 'average', where: 'http.route=%2Ffast' });
  assert.equal(fast.groups[0]?.points[1], 0.04);
  assert.deepEqual((await history({ name: 'duration', where: 'http.route=/none' })).groups, []);
});

test('requests that failed are all that have an error, whatever its status', async () => {
  const answered = (status: number, count: number) => ({
    ...times(endMs - 20_000),
    count: String(count),
    sum: count,
    bucketCounts: [String(count)],
    explicitBounds: [],
    attributes: keyValues({
      'http.response.status_code': status,
      ...(status >= 500 ? { 'error.type': String(status) } : {}),
    }),
  });
  const points = [answered(200, 100), answered(404, 50), answered(500, 1), answered(502, 2), answered(504, 4)];
  await t.send('metrics', metricsBody('shop', [seconds('requests', points)]));
  const failed = await history({ name: 'requests', aggregation: 'count', where: 'error.type=*&service=shop' });
  assert.deepEqual([failed.groups[0]?.points[1], failed.groups[0]?.seriesCount], [7, 3]);
});

test('a gauge is what it was, and no more once it is silent', async () => {
  const gauge = (atMs: number, asDouble: number) => ({
    name: 'heap',
    unit: 'By',
    gauge: { dataPoints: [{ timeUnixNano: nano(atMs), asDouble }] },
  });
  for (const [atMs, value] of [
    [endMs - 35_000, 10],
    [endMs - 32_000, 30],
    [endMs - 20_000, 5],
  ] as const)
    await t.send('metrics', metricsBody('shop', [gauge(atMs, value)]));
  const told = async (aggregation: string) => (await history({ name: 'heap', aggregation })).groups[0]?.points;
  assert.deepEqual(await told('average'), [20, 5, null, null, null, null]);
  assert.deepEqual(await told('max'), [30, 5, null, null, null, null]);
  assert.deepEqual(await told('last'), [30, 5, null, null, null, null]);
});

test('a process and the one that took its place are not added up, those side by side are', async () => {
  const memory = (instance: string, atMs: number, value: number) => {
    const point = { ...times(atMs), asInt: String(value) };
    const sum = { dataPoints: [point], isMonotonic: false, aggregationTemporality: 2 };
    return t.send('metrics', metricsBody('shop', [{ name: 'memory', unit: 'By', description: '', sum }], instance));
  };
  for (const [instance, agoMs, value] of [
    ['first', 40_000, 100],
    ['first', 30_000, 100],
    ['second', 20_000, 300],
    ['second', 10_000, 300],
    ['beside', 40_000, 1000],
    ['beside', 10_000, 1000],
  ] as const)
    await memory(instance, endMs - agoMs, value);
  const minute = { fromUnixNano: nano(endMs - 60_000), toUnixNano: nano(endMs), stepSeconds: '60' };
  const { groups } = await history({ name: 'memory', aggregation: 'sum', ...minute });
  assert.deepEqual(groups[0]?.points, [1200]);
});

test('of many groups the largest are told one by one, and the others together', async () => {
  const points = Array.from({ length: 30 }, (_, at) => ({
    ...times(endMs - 20_000),
    asInt: String(at + 1),
    attributes: keyValues({ code: `c${at + 1}` }),
  }));
  await t.send('metrics', metricsBody('shop', [counter('codes', points)]));
  const { groups, groupCount } = await history({ name: 'codes', aggregation: 'sum', groupBy: 'code' });
  assert.deepEqual([groupCount, groups.length, groups[0]?.values, groups.at(-1)?.isRest], [30, 21, ['c30'], true]);
  assert.equal(groups.at(-1)?.points[1], 55);
});

test('the catalogue says what a metric means, who counts it, and what its series are told apart by', async () => {
  const found = expectContract(listMetricCatalogue, 200, await t.app.inject('/api/metrics/catalogue?q=dura'));
  const [{ lastSeenUnixNano, ...entry }] = found.metrics;
  assert.ok(BigInt(lastSeenUnixNano) > 0n);
  assert.deepEqual(entry, {
    name: 'duration',
    kind: 'histogram',
    unit: 's',
    description: 'Time',
    services: ['shop'],
    attributes: [
      { name: 'http.request.method', values: ['GET'], valueCount: 1 },
      { name: 'http.route', values: ['/fast', '/slow'], valueCount: 2 },
    ],
    seriesCount: 2,
  });
  const none = expectContract(listMetricCatalogue, 200, await t.app.inject('/api/metrics/catalogue?service=nobody'));
  assert.deepEqual(none.metrics, []);
});

for (const [what, query, problem] of [
  ['an unknown metric', 'name=nothing', { status: 404, code: 'metrics.unknown' }],
  ['no metric', '', { status: 400, code: 'http.invalid', field: 'name' }],
  [
    'a percentile of a counter',
    'name=orders&aggregation=p95',
    { status: 400, code: 'metrics.aggregation_invalid', field: 'aggregation' },
  ],
  ['three groupings', 'name=orders&groupBy=a,b,c', { status: 400, code: 'metrics.group_by_invalid', field: 'groupBy' }],
  [
    'an end before the beginning',
    'name=orders&fromUnixNano=2000000000&toUnixNano=1000000000',
    { status: 400, code: 'metrics.span_invalid', field: 'fromUnixNano' },
  ],
  ['a whole month', 'name=orders&fromUnixNano=1', { status: 400, code: 'metrics.span_invalid', field: 'fromUnixNano' }],
  ['too many steps', `name=orders&fromUnixNano=${nano(endMs - 86_400_000)}&stepSeconds=10`, undefined],
] as const)
  test(`asking for ${what} is answered with its fault, or with longer steps`, async () => {
    const answer = await t.app.inject(`/api/metrics/history?${query}`);
    if (problem) expectProblem(answer, problem);
    else assert.equal(expectContract(getMetricHistory, 200, answer).stepMs, 60_000);
  });

test('steps are never shorter than what is kept of their time', async () => {
  const from = Date.now() - 2 * 3_600_000 + 5000;
  const query = { name: 'orders', fromUnixNano: nano(from), toUnixNano: nano(Date.now()), stepSeconds: '10' };
  assert.equal((await history(query)).stepMs, 60_000);
});

test('points of the same time are counted once', async () => {
  const send = (atMs: number, value: string) =>
    t.send('metrics', metricsBody('shop', [counter('twice', [{ ...times(atMs), asInt: value }])]));
  await send(endMs - 30_000, '1');
  await send(endMs - 30_000, '1');
  await send(endMs - 20_000, '4');
  assert.deepEqual((await history({ name: 'twice', aggregation: 'sum' })).groups[0]?.points.slice(0, 4), [1, 3, 0, 0]);
});
