import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { getStatementRuns, type StatementRuns } from '@octo/contracts/insight-runs.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { emptySpan } from '../../otlp/records.ts';
import { newId, newTraceId, type SomeSpan, tracesBody } from '../../testing/otlp-json.ts';
import { createTestObservatory, type TestObservatory } from '../../testing/test-observatory.ts';

let t: TestObservatory;
beforeEach(async () => {
  t = await createTestObservatory();
});
afterEach(() => t[Symbol.asyncDispose]());

const sqlId = '6wfj6ymqmqy0c';

function statement(traceId: string, parentSpanId: string, more: Partial<SomeSpan> = {}): SomeSpan {
  const attributes = { 'octo.sql_id': sqlId, 'db.response.returned_rows': 2 };
  return { traceId, parentSpanId, name: 'SELECT orders', kind: 3, attributes, ...more };
}

async function send(...spans: SomeSpan[]): Promise<void> {
  await t.send('traces', tracesBody('shop', spans));
}

async function runs(query = ''): Promise<StatementRuns> {
  return expectContract(getStatementRuns, 200, await t.app.inject(`/api/database/sql-ids/${sqlId}/runs${query}`));
}

/** A request, the verb below it, and a statement below that, together or one batch after the other. */
async function request(route: string, { isParted = false, ...more }: Partial<SomeSpan> & { isParted?: boolean } = {}) {
  const [traceId, server, verb] = [newTraceId(), newId(8), newId(8)];
  const asked = statement(traceId, verb, more);
  const above = [
    { traceId, spanId: server, name: route, kind: 2 },
    { traceId, spanId: verb, parentSpanId: server, name: 'orders.list_orders' },
  ];
  if (isParted) for (const batch of [[asked], above]) await send(...batch);
  else await send(asked, ...above);
  return traceId;
}

const callersOf = ({ callers }: StatementRuns) =>
  callers.map(({ route, verb, calls, errors }) => [route, verb, calls, errors]);

test('the runs of a statement are counted with their rows, errors and durations', async () => {
  for (const durationMs of [10, 10, 10, 400]) await request('GET /orders', { durationMs });
  await request('GET /orders', { durationMs: 10, status: 2 });
  const isKnown = (id: string) => t.observatory.store.read(({ statements }) => statements.knows(id));
  assert.deepEqual([isKnown(sqlId), isKnown('0000000000000')], [true, false]);
  const { calls, errors, rows, p50Ms, p95Ms, minutes } = await runs();
  assert.deepEqual([calls, errors, rows], [5, 1, 10]);
  assert.ok(Math.abs((p50Ms ?? 0) - 10) <= 1, `${p50Ms}`);
  assert.ok(Math.abs((p95Ms ?? 0) - 400) <= 40, `${p95Ms}`);
  assert.equal(
    minutes.reduce((sum, minute) => sum + minute.calls, 0),
    5,
  );
});

for (const isParted of [false, true])
  test(`what made it run is known when its request comes ${isParted ? 'after it' : 'with it'}`, async () => {
    await request('GET /orders', { isParted });
    await request('GET /orders', { isParted });
    await request('POST /checkout', { isParted, status: 2 });
    t.pass(2000);
    await send({ traceId: newTraceId() });
    assert.deepEqual(callersOf(await runs()), [
      ['GET /orders', 'orders.list_orders', 2, 0],
      ['POST /checkout', 'orders.list_orders', 1, 1],
    ]);
  });

test('a message that is delivered made its statements run, not the request that it tells of', async () => {
  const [traceId, delivery] = [newTraceId(), newId(8)];
  const server = { traceId, spanId: newId(8), name: 'POST /checkout', kind: 2 };
  const attributes = { 'messaging.message.id': 'm1' };
  await send(
    server,
    { traceId, spanId: delivery, parentSpanId: server.spanId, name: 'deliver order.placed', attributes },
    statement(traceId, delivery),
  );
  assert.deepEqual(callersOf(await runs()), [['deliver order.placed', null, 1, 0]]);
});

test('of a request that never comes the verb alone is told, and of a job of its own its first span', async () => {
  const [lost, job] = [newTraceId(), newTraceId()];
  const [verb, first] = [newId(8), newId(8)];
  await send(
    { traceId: lost, spanId: verb, parentSpanId: newId(8), name: 'orders.list_orders' },
    statement(lost, verb),
    { traceId: job, spanId: first, name: 'shop.clear_carts' },
    statement(job, first),
  );
  t.pass(20_000);
  await send({ traceId: newTraceId() });
  assert.deepEqual(callersOf(await runs()).sort(), [
    [null, 'orders.list_orders', 1, 0],
    ['shop.clear_carts', 'shop.clear_carts', 1, 0],
  ]);
});

test('the slowest and the newest runs lead to their spans', async () => {
  const slow = await request('GET /orders', { durationMs: 900, startMs: Date.now() - 2000, spanId: 'ab'.repeat(8) });
  const ids = [];
  for (let run = 0; run < 7; run += 1)
    ids.unshift(await request('GET /orders', { durationMs: 1, startMs: Date.now() - 100 + run }));
  const { slowest, newest } = await runs();
  assert.deepEqual([slowest[0]?.traceId, slowest[0]?.spanId, slowest[0]?.durationMs], [slow, 'ab'.repeat(8), 900]);
  assert.deepEqual(
    newest.map(({ traceId }) => traceId),
    ids.slice(0, 5),
  );
});

test('what a browser makes up, and a span that is sent again, change nothing', async () => {
  const traceId = newTraceId();
  const one = statement(traceId, newId(8), { spanId: newId(8) });
  await send(one);
  await send(one);
  const endNano = BigInt(Date.now()) * 1_000_000n;
  const madeUp = {
    ...emptySpan(),
    traceId: newTraceId(),
    spanId: newId(8),
    endNano,
    attributes: { 'octo.sql_id': sqlId },
  };
  const content = { resource: { service: 'browser', attributes: {} }, items: [madeUp], isUntrusted: true };
  t.observatory.queue.add([{ signal: 'traces', content }], 1000);
  await t.observatory.queue.untilWritten();
  assert.equal((await runs()).calls, 1);
});

test('a window holds its minutes alone; nothing ran is told in zeros, and a wrong question is refused', async () => {
  await request('GET /orders');
  t.pass(120 * 60_000);
  const { calls, p95Ms, callers, slowest, newest } = await runs('?minutes=60');
  assert.deepEqual([calls, p95Ms, callers, slowest, newest.length], [0, null, [], [], 1]);
  assert.equal((await runs('?minutes=180')).calls, 1);
  const wrong = await t.app.inject('/api/database/sql-ids/NOT-ONE/runs');
  expectProblem(wrong, { status: 400, code: 'http.invalid', field: 'sqlId' });
  const long = await t.app.inject(`/api/database/sql-ids/${sqlId}/runs?minutes=1441`);
  expectProblem(long, { status: 400, code: 'http.invalid', field: 'minutes' });
});
