import assert from 'node:assert/strict';
import { test } from 'node:test';
import { context, ROOT_CONTEXT, SpanKind } from '@opentelemetry/api';
import { recordSpans } from '../testing/record-spans.ts';
import { currentWork } from './current-work.ts';
import { inSpan } from './in-span.ts';
import { withoutSpans } from './without-spans.ts';

const spans = recordSpans();
const nothing = { action: '', traceId: '' };

test('the work is the innermost span, and what was before when that is over', async () => {
  await inSpan('POST /api/checkout', SpanKind.SERVER, {}, async (route) => {
    const { traceId } = route.spanContext();
    await inSpan('checkout.place_order', SpanKind.INTERNAL, {}, async () => {
      assert.deepEqual(currentWork(), { action: 'checkout.place_order', traceId });
    });
    assert.deepEqual(currentWork(), { action: 'POST /api/checkout', traceId });
  });
  assert.equal(spans.all().length, 2);
});

test('a span that is renamed is known by its new name', async () => {
  await inSpan('GET', SpanKind.SERVER, {}, async (span) => {
    span.updateName('GET /api/products');
    assert.equal(currentWork().action, 'GET /api/products');
  });
});

test('outside of any span there is none', () => {
  assert.deepEqual(context.with(ROOT_CONTEXT, currentWork), nothing);
});

test('work that makes no spans has none', async () => {
  const work = await withoutSpans(() => inSpan('storefront.poll', SpanKind.INTERNAL, {}, async () => currentWork()));
  assert.deepEqual(work, nothing);
});
