import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceOf } from '../otlp/limits.ts';
import { emptySpan } from '../otlp/records.ts';
import type { Arrival } from '../store/arrivals.ts';
import { newId, newTraceId } from '../testing/otlp-json.ts';
import { createTestObservatory } from '../testing/test-observatory.ts';

/** Requests of one route, and of them so many that failed. */
function requests(count: number, failed: number, nowMs: number): Arrival {
  const endNano = BigInt(nowMs) * 1_000_000n;
  const items = Array.from({ length: count }, (_, at) => ({
    ...emptySpan(),
    traceId: newTraceId(),
    spanId: newId(8),
    name: 'GET /often',
    kind: 1,
    startNano: endNano - 1_000_000n,
    endNano,
    status: at < failed ? 2 : 0,
  }));
  return { signal: 'traces', content: { resource: resourceOf({ 'service.name': 'shop' }), items, isUntrusted: false } };
}

test('with the queue half full ordinary traces stay out, and are told of; what failed is there', async () => {
  await using t = await createTestObservatory();
  const { queue, clock } = t.observatory;
  const nowMs = () => clock.now().getTime();
  queue.add([requests(100, 0, nowMs())], 10_000);
  await queue.untilWritten();
  t.pass(20_000);
  const [few, many] = [requests(1000, 5, nowMs()), requests(60_000, 5, nowMs())];
  queue.add([few], 100_000);
  await queue.untilWritten();
  assert.equal(queue.lost(), 0);
  queue.add([many], 6_000_000);
  await queue.untilWritten();
  const { dropped, spans, refused } = (await t.app.inject('/api/status')).json();
  // It was more than half full for the first ten thousand.
  assert.ok(dropped.pressure > 8000 && dropped.pressure < 10_000, `${dropped.pressure} were left out`);
  assert.deepEqual([spans + dropped.pressure, refused], [61_100, dropped.pressure]);
  const { traces } = (await t.app.inject('/api/traces?status=error')).json();
  assert.equal(traces.length, 10);
  const { services } = (await t.app.inject('/api/services')).json();
  assert.deepEqual([services[0].requests, services[0].errors], [61_100, 10]);
});

test('a queue that is full takes nothing more until it is written', async () => {
  await using t = await createTestObservatory();
  const { queue, clock } = t.observatory;
  const some = requests(1, 0, clock.now().getTime());
  queue.add([some], 24 * 1024 * 1024);
  assert.throws(() => queue.add([some], 1), { code: 'otlp.queue_full', retryAfterSeconds: 1 });
  await queue.untilWritten();
  queue.add([some], 1);
  await queue.untilWritten();
});
