import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { context, SpanKind, trace } from '@opentelemetry/api';
import type { CircuitState } from '../http/circuit-breaker.ts';
import { createLogger } from '../telemetry/logger.ts';
import { recordSpans } from '../testing/record-spans.ts';
import { createBell } from './bell.ts';
import { type Claimed, type DispatcherOptions, startDispatcher } from './dispatcher.ts';

const spans = recordSpans();
const lines: Record<string, unknown>[] = [];
const logger = createLogger({ name: 'test', namespace: 'octo', version: '1' }, 'info', {
  write: (line) => void lines.push(JSON.parse(line)),
});
const traceId = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${traceId}-b7ad6b7169203331-01`;

beforeEach(() => {
  spans.clear();
  lines.length = 0;
});

function message(eventId: string, change: Partial<Claimed> = {}): Claimed {
  return { eventId, eventType: 'order.placed', traceparent, ...change };
}

function dispatcherOf(queue: Claimed[], options: Partial<DispatcherOptions<Claimed>> = {}) {
  const settled: unknown[] = [];
  const bell = createBell();
  const it = startDispatcher<Claimed>({
    consumer: 'crm',
    logger,
    bell,
    claim: async (limit) => queue.splice(0, limit),
    send: async () => ({ ok: true, body: {} }),
    settle: async ({ eventId }, outcome) => {
      settled.push([eventId, outcome]);
      return { state: outcome.reason };
    },
    adopt: async () => 0,
    circuit: () => 'closed',
    workflowOf: () => 'checkout',
    ...options,
  });
  return { settled, bell, [Symbol.asyncDispose]: () => it[Symbol.asyncDispose]() };
}

async function settle(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await turn();
}

test('sends each message and notes how it went', async () => {
  const failure = { reason: 'status', status: 404, code: 'orders.not_found' } as const;
  const send = async ({ eventId }: Claimed) =>
    eventId === 'b' ? ({ ok: false, failure } as const) : ({ ok: true, body: {} } as const);
  await using it = dispatcherOf([message('a'), message('b'), message('c')], { send });
  await settle();
  assert.deepEqual(it.settled, [
    ['a', { reason: 'delivered' }],
    ['b', failure],
    ['c', { reason: 'delivered' }],
  ]);
});

test('a delivery belongs to the trace of the work that it tells of, and is noted there', async () => {
  let sentIn: string | undefined;
  let notedIn: unknown;
  await using _ = dispatcherOf([message('a')], {
    send: async () => {
      sentIn = trace.getSpan(context.active())?.spanContext().spanId;
      return { ok: true, body: {} };
    },
    settle: async (_message, _outcome, trace) => {
      notedIn = trace;
      return { state: 'delivered' };
    },
  });
  await settle();
  const [span, ...others] = spans.all();
  assert.ok(span);
  assert.deepEqual(others, []);
  assert.deepEqual([span.name, span.kind], ['deliver order.placed', SpanKind.INTERNAL]);
  assert.equal(span.spanContext().traceId, traceId);
  assert.equal(span.parentSpanContext?.spanId, 'b7ad6b7169203331');
  assert.equal(span.attributes['messaging.message.id'], 'a');
  assert.equal(sentIn, span.spanContext().spanId);
  assert.deepEqual(notedIn, { traceId, traceparent: `00-${traceId}-${sentIn}-01` });
});

test('one that came from no trace begins its own', async () => {
  await using _ = dispatcherOf([message('a', { traceparent: null }), message('b', { traceparent: 'garbage' })]);
  await settle();
  const roots = spans.all().filter(({ parentSpanContext }) => parentSpanContext === undefined);
  assert.equal(roots.length, 2);
});

test('looking for work makes no span', async () => {
  const tracer = trace.getTracer('test');
  const look = async () => tracer.startSpan('SELECT').end();
  const options = { claim: () => look().then(() => []), adopt: () => look().then(() => 0) };
  await using it = dispatcherOf([], options);
  it.bell.ring();
  await settle();
  assert.deepEqual(spans.all(), []);
});

test('while the receiver is in trouble, one message at a time looks whether it is back', async () => {
  let circuit: CircuitState = 'open';
  const claims: number[] = [];
  const claim = async (limit: number) => {
    claims.push(limit);
    return [];
  };
  await using it = dispatcherOf([], { claim, circuit: () => circuit });
  await settle();
  assert.deepEqual(claims, [], 'an outage costs no message an attempt');
  for (circuit of ['probe', 'closed'] as const) {
    it.bell.ring();
    await settle();
  }
  assert.deepEqual(claims, [1, 20]);
});

test('a message that is given up is told to people, without what it holds', async () => {
  const giveUp = async () => ({ state: 'dead', error: 'orders.not_found' });
  await using _ = dispatcherOf([message('a')], { settle: giveUp });
  await settle();
  const line = lines.find(({ event_id: id }) => id === 'a');
  assert.deepEqual(
    [line?.severity, line?.['error.code'], line?.event_type, line?.consumer, line?.trace_id],
    ['WARN', 'orders.not_found', 'order.placed', 'crm', traceId],
  );
});

test('what was written without a dispatcher is taken up at the start, and told', async () => {
  const asked: unknown[] = [];
  const adopt = async (withinMs?: number) => {
    asked.push(withinMs);
    return 3;
  };
  await using _ = dispatcherOf([], { adopt });
  await settle();
  assert.deepEqual(asked, [undefined]);
  assert.deepEqual([lines[0]?.severity, lines[0]?.messages], ['INFO', 3]);
});

test('when it cannot look, or note, it says so and goes on', async () => {
  const queue = [message('a')];
  const settleInVain = () => Promise.reject(new Error('ada@example.com'));
  const options = { adopt: () => Promise.reject(new Error('away')), settle: settleInVain };
  await using it = dispatcherOf(queue, options);
  await settle();
  queue.push(message('b'));
  it.bell.ring();
  await settle();
  assert.equal(lines.filter(({ severity }) => severity === 'WARN').length, 3);
  assert.ok(!JSON.stringify(lines).includes('ada@example.com'));
});
