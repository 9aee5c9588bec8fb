import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getTrace, listTraces, scatterTraces, type TraceSummary } from '@octo/contracts/observatory.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { nano, newId, newTraceId, tracesBody } from '../testing/otlp-json.ts';
import { createTestObservatory } from '../testing/test-observatory.ts';

const t = await createTestObservatory();
after(() => t[Symbol.asyncDispose]());

const checkout = newTraceId();
const root = newId(8);
const browse = newTraceId();
const broken = newTraceId();
const startMs = Date.now() - 60_000;
const server = {
  kind: 2,
  name: 'POST /api/checkout',
  attributes: { 'http.route': '/api/checkout', 'octo.order.id': 41, 'octo.workflow.id': 'checkout' },
};

before(async () => {
  await t.send(
    'traces',
    tracesBody('shop', [
      { ...server, traceId: checkout, spanId: root, startMs, durationMs: 80 },
      { traceId: checkout, parentSpanId: root, name: 'SELECT orders', kind: 3, startMs: startMs + 10, durationMs: 2 },
      { traceId: browse, kind: 2, name: 'GET /shop', startMs: startMs + 1000, attributes: { 'http.route': '/shop' } },
      { traceId: broken, kind: 2, name: 'GET /50%_off\\', startMs: startMs + 2000, status: 2, durationMs: 700 },
    ]),
  );
  // The hop over the outbox comes later, from another service.
  await t.send(
    'traces',
    tracesBody('crm', [
      {
        traceId: checkout,
        parentSpanId: root,
        kind: 2,
        name: 'POST /api/integrations/events',
        startMs: startMs + 200,
        durationMs: 30,
        attributes: { 'http.route': '/api/integrations/events' },
      },
    ]),
  );
});

async function search(query: string): Promise<TraceSummary[]> {
  return expectContract(listTraces, 200, await t.app.inject(`/api/traces?${query}`)).traces;
}

async function idsOf(query: string): Promise<string[]> {
  return (await search(query)).map(({ traceId }) => traceId);
}

test('lists traces by their start, the newest first, each with what came late', async () => {
  const traces = await search('');
  assert.deepEqual(
    traces.map(({ traceId }) => traceId),
    [broken, browse, checkout],
  );
  assert.deepEqual(traces[2], {
    traceId: checkout,
    service: 'shop',
    name: 'POST /api/checkout',
    startTimeUnixNano: nano(startMs),
    durationMs: 230,
    status: 'unset',
    spanCount: 3,
    errorCount: 0,
    services: ['shop', 'crm'],
  });
  assert.deepEqual([traces[0]?.status, traces[0]?.errorCount], ['error', 1]);
});

const searches: [query: string, found: string[]][] = [
  ['service=&q=&minDurationMs=', [broken, browse, checkout]],
  ['service=crm', [checkout]],
  ['service=sho', []],
  ['route=/shop', [browse]],
  ['service=crm&route=/api/checkout', []],
  ['service=shop&route=/api/checkout', [checkout]],
  ['status=error', [broken]],
  ['status=ok', []],
  ['minDurationMs=75', [broken, checkout]],
  ['minDurationMs=75&maxDurationMs=100', [checkout]],
  ['service=crm&minDurationMs=75', []],
  ['maxDurationMs=2', [checkout]],
  [`q=${checkout}`, [checkout]],
  [`q=${checkout.toUpperCase()}&service=crm`, [checkout]],
  ['q=octo.order.id=41', [checkout]],
  ['q=octo.order.id=4', []],
  ['q=octo.order.id=41&service=crm', []],
  ['q=service.name=crm', [checkout]],
  ['q=service.name=crm&status=error', []],
  ['q=integrations', [checkout]],
  ['q=select ORD', [checkout]],
  ['q=/shop', [browse]],
  [`q=${encodeURIComponent('50%_off\\')}`, [broken]],
  ['q=%25', [broken]],
  ['q=nothing', []],
  ['q=octo.order.id=41 http.route=/api/checkout', [checkout]],
  ['q=octo.order.id=41 http.route=/shop', []],
  ['q=octo.order.id=*', [checkout]],
  ['q=octo.order.id=* service.name=crm', []],
  ['q=http.route=*&minDurationMs=25', [checkout]],
  ['q=db.query.text=*', []],
  ['workflow=checkout', [checkout]],
  ['workflow=checkout&minDurationMs=81', []],
  ['service=shop&alongside=crm', [checkout]],
  ['service=shop&alongside=gateway', []],
  ['minTraceMs=200&maxTraceMs=300', [checkout]],
  ['maxTraceMs=229', [browse]],
  [`fromUnixNano=${nano(startMs + 1000)}`, [broken, browse]],
  [`toUnixNano=${nano(startMs + 1000)}`, [browse, checkout]],
];

for (const [query, found] of searches) {
  test(`a search for ${query.replaceAll(checkout, '(trace id)')} finds ${found.length}`, async () => {
    assert.deepEqual(await idsOf(query), found);
  });
}

test('pages lead to the end and no further', async () => {
  const found: string[] = [];
  let query = 'limit=1';
  for (;;) {
    const page = expectContract(listTraces, 200, await t.app.inject(`/api/traces?${query}`));
    found.push(...page.traces.map(({ traceId }: TraceSummary) => traceId));
    if (page.next === null) break;
    query = `limit=1&after=${page.next}`;
  }
  assert.deepEqual(found, [broken, browse, checkout]);
});

const refused: [query: string, field: string][] = [
  ['limit=0', 'limit'],
  ['limit=201', 'limit'],
  ['minDurationMs=fast', 'minDurationMs'],
  ['maxDurationMs=-1', 'maxDurationMs'],
  ['status=bad', 'status'],
  ['after=here', 'after'],
  ['minTraceMs=-1', 'minTraceMs'],
  ['fromUnixNano=yesterday', 'fromUnixNano'],
  [`q=${'x'.repeat(301)}`, 'q'],
];

for (const [query, field] of refused) {
  test(`${query.slice(0, 25)} is refused, and ${field} blamed`, async () => {
    expectProblem(await t.app.inject(`/api/traces?${query}`), { status: 400, code: /invalid/, field });
  });
}

test('all that a search finds is drawn as points, the oldest first, and counted', async () => {
  const scatter = expectContract(scatterTraces, 200, await t.app.inject('/api/traces/scatter'));
  const { points, services, names, ...about } = scatter;
  assert.deepEqual(about, { found: 3, errors: 1, reachedUnixNano: null });
  assert.deepEqual(
    points.map(({ traceId, durationMs, isError }: (typeof points)[number]) => [traceId, durationMs, isError]),
    [
      [checkout, 230, false],
      [browse, 5, false],
      [broken, 700, true],
    ],
  );
  assert.deepEqual(services, [
    { value: 'shop', count: 3 },
    { value: 'crm', count: 1 },
  ]);
  assert.equal(names.length, 3);
  const some = expectContract(scatterTraces, 200, await t.app.inject('/api/traces/scatter?service=crm'));
  assert.deepEqual([some.found, some.points[0]?.traceId], [1, checkout]);
  expectProblem(await t.app.inject('/api/traces/scatter?maxTraceMs=slow'), {
    status: 400,
    code: /invalid/,
    field: 'maxTraceMs',
  });
});

test('a trace has its spans by their start, with all that they said', async () => {
  const trace = expectContract(getTrace, 200, await t.app.inject(`/api/traces/${checkout}`));
  assert.equal(trace.spanCount, 3);
  assert.deepEqual(
    trace.spans.map(({ service, name }: { service: string; name: string }) => [service, name]),
    [
      ['shop', 'POST /api/checkout'],
      ['shop', 'SELECT orders'],
      ['crm', 'POST /api/integrations/events'],
    ],
  );
  const [first, second] = trace.spans;
  assert.deepEqual(first, {
    traceId: checkout,
    spanId: root,
    parentSpanId: null,
    service: 'shop',
    name: 'POST /api/checkout',
    kind: 'server',
    startTimeUnixNano: nano(startMs),
    durationMs: 80,
    status: 'unset',
    statusMessage: null,
    attributes: server.attributes,
    resource: { 'service.name': 'shop' },
    events: [],
    links: [],
    isUntrusted: false,
  });
  assert.equal(second.parentSpanId, root);
});

test('who asks for a few spans of a trace gets the longest with all above them, and the way to all', async () => {
  const { spans, spanCount, next } = (await t.app.inject(`/api/traces/${checkout}?limit=2`)).json();
  assert.equal(spanCount, 3);
  assert.deepEqual(
    spans.map(({ name }: { name: string }) => name),
    ['POST /api/checkout', 'POST /api/integrations/events'],
  );
  const first = (await t.app.inject(`/api/traces/${checkout}?limit=2&after=${next}`)).json();
  const rest = (await t.app.inject(`/api/traces/${checkout}?limit=2&after=${first.next}`)).json();
  assert.deepEqual([first.spans.length, rest.spans.length, rest.next], [2, 1, null]);
  for (const limit of ['0', '10001', 'all'])
    expectProblem(await t.app.inject(`/api/traces/${checkout}?limit=${limit}`), {
      status: 400,
      code: 'http.invalid',
      field: 'limit',
    });
});

test('an unknown trace is not found, and an id that is none is refused', async () => {
  expectProblem(await t.app.inject(`/api/traces/${newTraceId()}`), { status: 404, code: 'traces.unknown' });
  expectProblem(await t.app.inject('/api/traces/XYZ'), { status: 400, code: 'http.invalid', field: 'traceId' });
});
