import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { getTopology, type TopologyEdge, type TopologyNode } from '@octo/contracts/observatory-topology.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { emptySpan } from '../../otlp/records.ts';
import { newId, newTraceId, type SomeSpan, tracesBody } from '../../testing/otlp-json.ts';
import { createTestObservatory, type TestObservatory } from '../../testing/test-observatory.ts';

let t: TestObservatory;
beforeEach(async () => {
  t = await createTestObservatory();
});
afterEach(() => t[Symbol.asyncDispose]());

const traceId = newTraceId();
const [call, answer, page] = [newId(8), newId(8), newId(8)];
const crmAddress = { 'server.address': '127.0.0.1', 'server.port': 8081 };
const asks: SomeSpan = { traceId, spanId: call, kind: 3, name: 'GET /a', durationMs: 20, attributes: crmAddress };
const answers: SomeSpan = { traceId, spanId: answer, parentSpanId: call, kind: 2, name: 'GET /a', durationMs: 15 };

async function send(service: string, ...spans: SomeSpan[]): Promise<void> {
  await t.send('traces', tracesBody(service, spans));
}

/** The edges as they are when a while has gone by and something else comes in. */
async function edges(afterMs = 100_000): Promise<TopologyEdge[]> {
  t.pass(afterMs);
  await send('nobody', { traceId: newTraceId() });
  return expectContract(getTopology, 200, await t.app.inject('/api/topology?minutes=60')).edges;
}

const told = (found: readonly TopologyEdge[]) =>
  found.map(({ from, kind, to, calls, errors }) => `${from} ${kind} ${to}: ${calls}, ${errors}`).sort();

const shopToCrm = 'service:shop request service:crm: 1, 0';

for (const [order, batches] of [
  ['first', ['shop', 'crm']],
  ['last', ['crm', 'shop']],
] as const)
  test(`a call is counted once when its caller comes ${order}, in another batch`, async () => {
    for (const service of batches) await send(service, service === 'shop' ? asks : answers);
    const found = await edges();
    assert.deepEqual(told(found), [shopToCrm]);
    assert.ok(Math.abs((found[0]?.p95Ms ?? 0) - 20) < 2, `${found[0]?.p95Ms} ms, as its caller saw it`);
    assert.deepEqual(told(await edges()), [shopToCrm]);
  });

test('a span that is sent again makes no second call', async () => {
  await send('shop', asks);
  await send('shop', asks);
  await send('crm', answers);
  assert.deepEqual(told(await edges()), [shopToCrm]);
});

test('a service that is away keeps its edge, with the errors, and a host that never answered in spans is outside', async () => {
  await send('shop', asks);
  await send('crm', answers);
  await edges();
  await send(
    'shop',
    { ...asks, traceId: newTraceId(), status: 2 },
    { ...asks, traceId: newTraceId(), attributes: { 'server.address': 'pay.example.com', 'server.port': 443 } },
  );
  assert.deepEqual(told(await edges()), [
    'service:shop request outside:pay.example.com:443: 1, 0',
    'service:shop request service:crm: 2, 1',
  ]);
});

test('the observatory stands under its name where others ask it, at however many addresses', async () => {
  t.observatory.intakePorts.add(8070);
  const asked = (host: string, port: number) => {
    const attributes = { 'server.address': host, 'server.port': port };
    return { ...asks, traceId: newTraceId(), spanId: newId(8), attributes };
  };
  await send('crm', asked('127.0.0.1', 8070), asked('localhost', 8070), asked('127.0.0.1', 9999));
  await send('shop', asks);
  await send('crm', answers);
  assert.deepEqual(told(await edges()), [
    'service:crm request outside:127.0.0.1:9999: 1, 0',
    'service:crm request service:octo-observatory: 2, 0',
    'service:shop request service:crm: 1, 0',
  ]);
  const { nodes } = expectContract(getTopology, 200, await t.app.inject('/api/topology?minutes=60'));
  const addresses = Object.fromEntries(nodes.map(({ name, addresses }: TopologyNode) => [name, addresses]));
  assert.deepEqual(addresses, {
    'octo-observatory': ['127.0.0.1:8070', 'localhost:8070'],
    '127.0.0.1:9999': [],
    crm: ['127.0.0.1:8081'],
    shop: [],
  });
});

test('edges without end are told apart up to a number, and hours later there is room for others', async () => {
  const callsOf = (from: number) =>
    Array.from({ length: 310 }, (_, at) => ({
      ...asks,
      traceId: newTraceId(),
      startMs: Date.now() + from,
      attributes: { 'server.address': `host-${from}-${at}` },
    }));
  await send('shop', ...callsOf(0));
  assert.equal((await edges()).length, 301);
  t.pass(3 * 3_600_000);
  await send('shop', ...callsOf(3 * 3_600_000));
  const later = await edges();
  assert.equal(later.filter(({ to }) => to !== 'outside:(other)').length, 300);
});

test('a call below a delivery is a message, also when the delivery is sent last', async () => {
  const delivery = newId(8);
  await send('shop', { ...asks, parentSpanId: delivery });
  await send('crm', answers);
  const attributes = { 'messaging.message.id': 'm1' };
  await send('shop', { traceId, spanId: delivery, name: 'deliver order.placed', attributes });
  assert.deepEqual(told(await edges()), ['service:shop message service:crm: 1, 0']);
});

test('statements lead to their database, and requests from nowhere come from other callers', async () => {
  const attributes = { 'db.system.name': 'postgresql', 'db.namespace': 'octo', ...crmAddress };
  await send('shop', { traceId, kind: 3, attributes }, { traceId, kind: 2 }, { traceId, kind: 2, status: 2 });
  assert.deepEqual(told(await edges(0)), [
    'callers: request service:shop: 2, 1',
    'service:shop statement database:postgresql/octo: 1, 0',
  ]);
  const { nodes } = expectContract(getTopology, 200, await t.app.inject('/api/topology'));
  assert.deepEqual(
    nodes.find(({ kind }: { kind: string }) => kind === 'database'),
    {
      id: 'database:postgresql/octo',
      kind: 'database',
      name: 'octo',
      system: 'postgresql',
      addresses: [],
      calls: 1,
      errors: 0,
    },
  );
});

test('what a browser says makes no call, but a request below one of its spans comes from it', async () => {
  await send('shop', { ...answers, parentSpanId: page, status: 2 });
  const endNano = BigInt(Date.now()) * 1_000_000n;
  const click = { ...emptySpan(), traceId, spanId: page, kind: 2, endNano, attributes: crmAddress };
  const content = { resource: { service: 'browser', attributes: {} }, items: [click], isUntrusted: true };
  t.observatory.queue.add([{ signal: 'traces', content }], 1000);
  await t.observatory.queue.untilWritten();
  assert.deepEqual(told(await edges()), ['browser: request service:shop: 1, 1']);
});

test('a window tells of its minutes alone, and one of more than a day is refused', async () => {
  await send('shop', { traceId, kind: 2 });
  assert.equal((await edges(0)).length, 1);
  t.pass(3_600_000);
  assert.deepEqual(await edges(0), []);
  expectProblem(await t.app.inject('/api/topology?minutes=1441'), { status: 400, code: /invalid/, field: 'minutes' });
});
