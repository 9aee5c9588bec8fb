import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { SpanStatusCode } from '@opentelemetry/api';
import { AppError, type ErrorKind } from '../errors/app-error.ts';
import { recordSpans } from '../testing/record-spans.ts';
import { traceparentOf } from './current-trace.ts';
import { inBackgroundSpan } from './in-span.ts';
import { traced } from './traced.ts';
import { withoutSpans } from './without-spans.ts';

const spans = recordSpans();
beforeEach(() => spans.clear());

const verbs = traced(
  'orders',
  {
    placeOrder: async (orderId: number) => ({ orderId }),
    fail: async (error: unknown) => {
      throw error;
    },
  },
  { placeOrder: (order) => ({ 'octo.order.id': order.orderId }) },
);
const { nested } = traced('checkout', { nested: (orderId: number) => verbs.placeOrder(orderId) });

test('a verb runs in a span of its name, with what is told of its result', async () => {
  assert.deepEqual(await verbs.placeOrder(7), { orderId: 7 });
  const [span] = spans.all();
  assert.equal(span?.name, 'orders.place_order');
  assert.deepEqual(span?.attributes, { 'octo.order.id': 7 });
  assert.equal(span?.status.code, SpanStatusCode.UNSET);
});

test('a verb that another one calls has its span below', async () => {
  await nested(7);
  const [inner, outer] = spans.all();
  assert.equal(outer?.name, 'checkout.nested');
  assert.equal(inner?.parentSpanContext?.spanId, outer?.spanContext().spanId);
});

const kinds: { kind: ErrorKind; isError: boolean }[] = [
  { kind: 'Invalid', isError: false },
  { kind: 'NotFound', isError: false },
  { kind: 'Conflict', isError: false },
  { kind: 'Declined', isError: false },
  { kind: 'LimitExceeded', isError: false },
  { kind: 'Unavailable', isError: true },
  { kind: 'TimedOut', isError: true },
];

for (const { kind, isError } of kinds) {
  test(`${kind} is ${isError ? 'an error' : 'an outcome'} of the verb`, async () => {
    const error = new AppError(kind, 'tests.code', 'Told to the buyer.');
    await assert.rejects(verbs.fail(error), (thrown) => thrown === error);
    const [span] = spans.all();
    assert.equal(span?.attributes['octo.outcome'], 'tests.code');
    assert.equal(span?.status.code, isError ? SpanStatusCode.ERROR : SpanStatusCode.UNSET);
    assert.equal(span?.attributes['error.type'], isError ? 'AppError' : undefined);
  });
}

test('an unknown failure is an error that keeps its message to itself', async () => {
  await assert.rejects(verbs.fail(new RangeError('ada@buyer.test is no number')));
  const [span] = spans.all();
  assert.deepEqual(span?.status, { code: SpanStatusCode.ERROR, message: 'internal' });
  assert.equal(span?.attributes['error.type'], 'RangeError');
  assert.ok(!JSON.stringify([span?.attributes, span?.events, span?.status]).includes('ada@'));
});

test('the traceparent of a span names its trace and itself', async () => {
  await inBackgroundSpan('work', async (span) => {
    const { traceId, spanId } = span.spanContext();
    assert.equal(traceparentOf(span), `00-${traceId}-${spanId}-01`);
  });
});

test('background work is the root of a trace of its own', async () => {
  await inBackgroundSpan('outer', () => inBackgroundSpan('inner', async () => undefined));
  const [inner, outer] = spans.all();
  assert.equal(inner?.parentSpanContext, undefined);
  assert.notEqual(inner?.spanContext().traceId, outer?.spanContext().traceId);
});

test('a poll without spans leaves none, and the verbs in it neither', async () => {
  assert.deepEqual(await withoutSpans(() => nested(7)), { orderId: 7 });
  assert.deepEqual(spans.all(), []);
});
