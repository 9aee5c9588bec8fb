import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { JsonTraceSerializer, ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import fc from 'fast-check';
import { sdkSpan } from '../testing/sdk-spans.ts';
import { readTraces as readJson } from './json/traces.ts';
import { newTally } from './limits.ts';
import { readLogs } from './protobuf/logs.ts';
import { readMetrics } from './protobuf/metrics.ts';
import { readTraces } from './protobuf/traces.ts';

const traceId = 'a0892f3577b34da6a3ce929d0e0e4736';
const spans = [
  sdkSpan({
    traceId,
    spanId: '00f067aa0ba902b7',
    parentSpanId: 'f067aa0ba902b700',
    name: 'GET /products — ½',
    kind: SpanKind.SERVER,
    start: [1_795_000_000, 123_456_789],
    end: [1_795_000_001, 23_456_790],
    status: { code: SpanStatusCode.ERROR, message: 'it broke' },
    attributes: {
      text: 'Zoë',
      empty: '',
      whole: 42,
      below: -7,
      large: Number.MAX_SAFE_INTEGER,
      fraction: 1.5,
      yes: true,
      no: false,
      texts: ['a', 'b'],
      numbers: [1, -2, 2.5],
    },
    events: [{ name: 'exception', time: [1_795_000_000, 200_000_001], attributes: { 'exception.type': 'TypeError' } }],
    links: [
      { context: { traceId: 'b'.repeat(32), spanId: 'c'.repeat(16), traceFlags: 1 }, attributes: { why: 'batch' } },
    ],
  }),
  sdkSpan({
    traceId,
    spanId: '00f067aa0ba902b8',
    name: 'x',
    kind: SpanKind.CONSUMER,
    status: { code: SpanStatusCode.OK },
  }),
];
const expected = [
  {
    traceId,
    spanId: '00f067aa0ba902b7',
    parentSpanId: 'f067aa0ba902b700',
    name: 'GET /products — ½',
    kind: 1,
    startNano: 1_795_000_000_123_456_789n,
    endNano: 1_795_000_001_023_456_790n,
    status: 2,
    statusMessage: 'it broke',
    attributes: {
      text: 'Zoë',
      empty: '',
      whole: 42,
      below: -7,
      large: Number.MAX_SAFE_INTEGER,
      fraction: 1.5,
      yes: true,
      no: false,
      texts: ['a', 'b'],
      numbers: [1, -2, 2.5],
    },
    events: [
      { name: 'exception', timeNano: 1_795_000_000_200_000_001n, attributes: { 'exception.type': 'TypeError' } },
    ],
    links: [{ traceId: 'b'.repeat(32), spanId: 'c'.repeat(16), attributes: { why: 'batch' } }],
  },
  {
    traceId,
    spanId: '00f067aa0ba902b8',
    parentSpanId: '',
    name: 'x',
    kind: 4,
    startNano: 1_795_000_000_000_000_000n,
    endNano: 1_795_000_000_000_000_000n,
    status: 1,
    statusMessage: '',
    attributes: {},
    events: [],
    links: [],
  },
];

function encoded(bytes: Uint8Array | undefined): Buffer {
  assert.ok(bytes);
  return Buffer.from(bytes);
}

for (const [format, serializer, read] of [
  ['protobuf', ProtobufTraceSerializer, readTraces],
  ['JSON', JsonTraceSerializer, readJson],
] as const) {
  test(`reads from ${format} all that OpenTelemetry's own encoder writes`, () => {
    const tally = newTally();
    const [part, ...more] = read(encoded(serializer.serializeRequest(spans)), tally);
    assert.deepEqual(more, []);
    assert.equal(part?.resource.service, 'sdk');
    assert.deepEqual(part?.items, expected);
    assert.deepEqual([tally.rejected, tally.cut], [0, 0]);
  });
}

function isMalformed(error: unknown): boolean {
  return error instanceof AppError && error.code === 'otlp.malformed';
}

test('protobuf that is cut off anywhere is refused', () => {
  const whole = encoded(ProtobufTraceSerializer.serializeRequest(spans));
  for (let length = 1; length < whole.length; length += 1)
    assert.throws(() => readTraces(whole.subarray(0, length), newTally()), isMalformed);
});

test('whatever bytes come, each reader gives items or refuses them', () => {
  for (const read of [readTraces, readLogs, readMetrics])
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          read(Buffer.from(bytes), newTally());
        } catch (error) {
          assert.ok(isMalformed(error), String(error));
        }
      }),
    );
});

test('whatever JSON comes, its reader gives items or refuses it', () => {
  const field = fc.constantFrom(
    'resourceSpans',
    'scopeSpans',
    'spans',
    'traceId',
    'attributes',
    'key',
    'value',
    'events',
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof({ maxDepth: 6 }, fc.jsonValue(), fc.array(tie('tree')), fc.dictionary(field, tie('tree'))),
  }));
  fc.assert(
    fc.property(fc.dictionary(field, tree), (body) => {
      try {
        readJson(Buffer.from(JSON.stringify(body)), newTally());
      } catch (error) {
        assert.ok(isMalformed(error), String(error));
      }
    }),
  );
});
