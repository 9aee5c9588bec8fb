import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getMedianTrace, getTrace } from '@octo/contracts/observatory.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { newId, newTraceId, tracesBody } from '../testing/otlp-json.ts';
import { createTestObservatory } from '../testing/test-observatory.ts';

const t = await createTestObservatory();
after(() => t[Symbol.asyncDispose]());

test('a trace is compared with the one in the middle of those that began like it', async () => {
  const lengths = [10, 30, 20, 90];
  const ids = lengths.map(newTraceId);
  const spans = lengths.map((durationMs, at) => ({ traceId: ids[at] ?? '', kind: 2, name: 'GET /alike', durationMs }));
  await t.send('traces', tracesBody('alike', spans));
  const [quick, middle, , slow] = ids;
  const median = expectContract(getMedianTrace, 200, await t.app.inject(`/api/traces/${slow}/median`));
  assert.deepEqual(median, {
    service: 'alike',
    name: 'GET /alike',
    compared: 3,
    ownDurationMs: 90,
    p95Ms: 30,
    fasterShare: 1,
    traceId: ids[2],
    durationMs: 20,
  });
  const ofQuick = expectContract(getMedianTrace, 200, await t.app.inject(`/api/traces/${quick}/median`));
  assert.deepEqual([ofQuick.traceId, ofQuick.fasterShare], [middle, 0]);
});

test('a trace that nothing is like, and one that is unknown, have no median', async () => {
  const alone = newTraceId();
  await t.send('traces', tracesBody('alone', [{ traceId: alone, kind: 2, name: 'GET /alone' }]));
  expectProblem(await t.app.inject(`/api/traces/${alone}/median`), { status: 404, code: 'traces.nothing_alike' });
  expectProblem(await t.app.inject(`/api/traces/${newTraceId()}/median`), { status: 404, code: 'traces.unknown' });
  expectProblem(await t.app.inject('/api/traces/XYZ/median'), { status: 400, code: /invalid/, field: 'traceId' });
});

test('of a very large trace the errors and the longest come first, and the rest can be had', async () => {
  const [traceId, top] = [newTraceId(), newId(8)];
  const all = Array.from({ length: 12_000 }, (_, at) => ({
    traceId,
    spanId: at === 0 ? top : newId(8),
    ...(at === 0 ? { durationMs: 900 } : { parentSpanId: top, durationMs: 1 }),
    name: `step ${at}`,
    ...(at === 11_999 ? { status: 2 } : {}),
  }));
  for (let at = 0; at < all.length; at += 4000) await t.send('traces', tracesBody('large', all.slice(at, at + 4000)));
  const first = expectContract(getTrace, 200, await t.app.inject(`/api/traces/${traceId}`));
  const named = new Set(first.spans.map(({ name }: { name: string }) => name));
  assert.deepEqual([first.spanCount, first.spans.length], [12_000, 10_000]);
  assert.ok(named.has('step 0') && named.has('step 11999'));
  const second = expectContract(getTrace, 200, await t.app.inject(`/api/traces/${traceId}?after=${first.next}`));
  const third = expectContract(getTrace, 200, await t.app.inject(`/api/traces/${traceId}?after=${second.next}`));
  assert.equal(third.next, null);
  const ids = [first, second, third].flatMap(({ spans }) => spans.map(({ spanId }: { spanId: string }) => spanId));
  assert.equal(new Set(ids).size, 12_000);
  expectProblem(await t.app.inject(`/api/traces/${traceId}?after=here`), {
    status: 400,
    code: /invalid/,
    field: 'after',
  });
});

test('a span that is sent again is there once', async () => {
  const traceId = newTraceId();
  const body = tracesBody('twice', [{ traceId, spanId: newId(8), kind: 2 }]);
  await t.send('traces', body);
  await t.send('traces', body);
  const { spanCount, spans } = (await t.app.inject(`/api/traces/${traceId}`)).json();
  assert.deepEqual([spanCount, spans.length], [1, 1]);
  const { services } = (await t.app.inject('/api/services')).json();
  assert.equal(services.find(({ service }: { service: string }) => service === 'twice').requests, 1);
});
