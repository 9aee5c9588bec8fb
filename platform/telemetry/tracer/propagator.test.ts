import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultTextMapGetter, defaultTextMapSetter, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { createPropagator } from './propagator.ts';

const propagator = createPropagator();
const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = 'b7ad6b7169203331';
const other = '463ac35c9f6413ad48485a3953bb6124';
const w3c = `00-${traceId}-${spanId}-01`;

const cases: [string, Record<string, string>, string | undefined][] = [
  ['W3C', { traceparent: w3c }, `${traceId} ${spanId} 1`],
  ['B3 in one header', { b3: `${traceId}-${spanId}-1` }, `${traceId} ${spanId} 1`],
  ['B3 with a parent span', { b3: `${traceId}-${spanId}-d-0020000000000001` }, `${traceId} ${spanId} 1`],
  ['B3 without a word of sampling', { b3: `${traceId}-${spanId}` }, `${traceId} ${spanId} 0`],
  [
    'B3 in several headers',
    { 'x-b3-traceid': traceId, 'x-b3-spanid': spanId, 'x-b3-sampled': '1' },
    `${traceId} ${spanId} 1`,
  ],
  [
    'B3 that is being looked at',
    { 'x-b3-traceid': traceId, 'x-b3-spanid': spanId, 'x-b3-flags': '1' },
    `${traceId} ${spanId} 1`,
  ],
  [
    'B3 with a short trace id',
    { 'x-b3-traceid': traceId.slice(16), 'x-b3-spanid': spanId },
    `${'0'.repeat(16)}${traceId.slice(16)} ${spanId} 0`,
  ],
  ['B3 in capitals', { b3: `${traceId}-${spanId}-1`.toUpperCase() }, `${traceId} ${spanId} 1`],
  ['both, of which W3C counts', { traceparent: w3c, b3: `${other}-${spanId}-1` }, `${traceId} ${spanId} 1`],
  ['W3C that is none, beside B3', { traceparent: 'garbage', b3: `${traceId}-${spanId}-1` }, `${traceId} ${spanId} 1`],
  ['B3 that only says not to sample', { b3: '0' }, undefined],
  ['B3 that is garbage', { b3: 'garbage' }, undefined],
  ['B3 of nothing but zeros', { b3: `${'0'.repeat(32)}-${spanId}-1` }, undefined],
  ['B3 without a span', { 'x-b3-traceid': traceId }, undefined],
  ['nothing', {}, undefined],
];

for (const [name, headers, expected] of cases)
  test(`reads ${name}`, () => {
    const span = trace.getSpanContext(propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter));
    assert.equal(span && `${span.traceId} ${span.spanId} ${span.traceFlags}`, expected);
    if (span) assert.ok(span.isRemote);
  });

test('sends W3C on, and nothing else', () => {
  const sent: Record<string, string> = {};
  const span = { traceId, spanId, traceFlags: 1 };
  propagator.inject(trace.setSpanContext(ROOT_CONTEXT, span), sent, defaultTextMapSetter);
  assert.deepEqual(sent, { traceparent: w3c });
});
