import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TraceSpan } from '@octo/contracts/observatory.ts';
import { newId, newTraceId, tracesBody } from '../../testing/otlp-json.ts';
import { createTestObservatory, type TestObservatory } from '../../testing/test-observatory.ts';

let t: TestObservatory;
before(async () => {
  t = await createTestObservatory();
});
after(() => t[Symbol.asyncDispose]());

const shared = {
  'db.query.text': 'select "a" from b where c = $1',
  'db.system.name': 'postgresql',
  'server.port': 5432,
};

/** Traces of one statement each, which differ in the rows that it found. */
async function sendStatements(rows: readonly number[]): Promise<string[]> {
  const traceIds = rows.map(() => newTraceId());
  for (const [at, traceId] of traceIds.entries()) {
    const attributes = { ...shared, 'db.response.returned_rows': rows[at] ?? 0 };
    await t.send('traces', tracesBody('shop', [{ traceId, spanId: newId(8), kind: 3, attributes }]));
  }
  return traceIds;
}

async function attributesOf(traceId: string) {
  const { spans }: { spans: TraceSpan[] } = (await t.app.inject(`/api/traces/${traceId}`)).json();
  return spans.map(({ attributes }) => attributes);
}

async function found(q: string): Promise<string[]> {
  const { traces }: { traces: { traceId: string }[] } = (
    await t.app.inject(`/api/traces?${new URLSearchParams({ q })}`)
  ).json();
  return traces.map(({ traceId }) => traceId).sort();
}

test('what spans of a sort share is told of each of them, and each is found by it', async () => {
  const traceIds = await sendStatements([1, 2, 3]);
  for (const [at, traceId] of traceIds.entries())
    assert.deepEqual(await attributesOf(traceId), [{ ...shared, 'db.response.returned_rows': at + 1 }]);
  for (const q of ['db.query.text=select "a" from b where c = $1', 'server.port=5432', 'db.system.name=*'])
    assert.deepEqual(await found(q), traceIds.toSorted(), q);
  assert.deepEqual(await found('db.system.name=postgresql db.response.returned_rows=2'), traceIds.slice(1, 2));
  assert.deepEqual(await found('db.system.name=postgres'), []);
});

test('an attribute that very many sorts have is found all the same', async () => {
  const traceId = newTraceId();
  const spans = Array.from({ length: 300 }, (_, at) => ({
    traceId,
    attributes: { 'db.query.text': `select ${at % 150}`, 'db.namespace': 'crowded' },
  }));
  await t.send('traces', tracesBody('shop', spans));
  assert.deepEqual(await found('db.namespace=crowded'), [traceId]);
  assert.deepEqual(await found('db.query.text=select 149'), [traceId]);
});
