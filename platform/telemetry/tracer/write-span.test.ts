import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createTraceState,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import { AlwaysOnSampler, InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { readByShape as read, type Shape } from '../../testing/protobuf-fields.ts';
import { ByteWriter } from '../otlp/byte-writer.ts';
import { envelope, resourceBytes } from '../otlp/envelope.ts';
import type { RecordedSpan } from './recorded-span.ts';
import { createTracer } from './tracer.ts';
import { writeSpan } from './write-span.ts';

const anyValue: Shape = {};
anyValue[5] = { 1: anyValue };
const pair: Shape = { 2: anyValue };
const event: Shape = { 3: pair };
const link: Shape = { 4: pair };
const span: Shape = { 9: pair, 11: event, 13: link, 15: {} };
const request: Shape = { 1: { 1: { 1: pair }, 2: { 1: {}, 2: span } } };

/** Seconds and nanoseconds. */
const startTime: [number, number] = [1_790_000_000, 123_500_000];
const endTime: [number, number] = [1_790_000_001, 999_000_000];
const parent = {
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  traceFlags: 0,
  isRemote: true,
  traceState: createTraceState('vendor=a,other=b'),
};
const below = trace.setSpanContext(ROOT_CONTEXT, parent);
const resource = { 'service.name': 'octo-tests', 'process.pid': 42 };

/** Does the same with a span of ours and one of the reference, and reads what each sends. */
function compare(name: string, kind: SpanKind, work: (span: Span) => void, context = below) {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({
    sampler: new AlwaysOnSampler(),
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
  });
  let ended: RecordedSpan | undefined;
  const tracers: Tracer[] = [createTracer('scope', (span) => (ended = span)), provider.getTracer('scope')];
  for (const tracer of tracers) {
    const span = tracer.startSpan(name, { kind, startTime }, context);
    work(span);
    span.end(endTime);
  }
  const [reference] = exporter.getFinishedSpans();
  assert.ok(ended && reference);
  const to = new ByteWriter(8);
  writeSpan(to, ended);
  const sent = envelope(resourceBytes(resource), [{ scope: 'scope', records: to.written() }]);
  const ids = ended.spanContext();
  const asOurs = Object.create(reference, {
    spanContext: { value: () => ids },
    resource: { value: { attributes: resource } },
  });
  const theirs = ProtobufTraceSerializer.serializeRequest([asOurs]);
  assert.ok(theirs);
  return { ours: read(sent, request), theirs: read(Buffer.from(theirs), request) };
}

const cases: [string, (span: Span) => void][] = [
  ['a span that says nothing', () => undefined],
  [
    'attributes of each type',
    (span) =>
      span.setAttributes({
        text: 'plain',
        empty: '',
        umlaut: 'Zürich ✈ 🛩',
        long: 'x'.repeat(5000),
        'long umlaut': 'ü'.repeat(300),
        whole: 42,
        zero: 0,
        negative: -7,
        large: Number.MAX_SAFE_INTEGER,
        least: Number.MIN_SAFE_INTEGER,
        fraction: 0.1,
        yes: true,
        no: false,
        texts: ['a', 'b'],
        numbers: [1, 2.5],
        none: [],
      }),
  ],
  [
    'an attribute that is set twice, and those that are none',
    (span) => {
      span.setAttribute('twice', 1).setAttribute('other', 2).setAttribute('twice', 'x');
      span.setAttribute('', 'no name').setAttributes({ missing: undefined });
    },
  ],
  [
    'events, and an exception',
    (span) => {
      span.addEvent('began', startTime).addEvent('told', { to: 'ada', times: 2 }, endTime);
      span.recordException({ name: 'RangeError', message: 'too far', stack: 'at sea' }, endTime);
      span.recordException({ code: 'ECONNRESET', message: 'gone' }, endTime);
      span.recordException('only text', endTime);
    },
  ],
  [
    'links',
    (span) => void span.addLink({ context: parent, attributes: { why: 'follows' } }).addLinks([{ context: parent }]),
  ],
  ['a new name', (span) => void span.updateName('GET /orders/:id')],
  ['an error', (span) => void span.setStatus({ code: SpanStatusCode.ERROR, message: 'orders.gone' })],
  [
    'a status that is final, and one that is set back',
    (span) => {
      span.setStatus({ code: SpanStatusCode.OK, message: 'never told' });
      span.setStatus({ code: SpanStatusCode.ERROR }).setStatus({ code: SpanStatusCode.UNSET });
    },
  ],
];

for (const [name, work] of cases)
  test(`is sent as the reference sends it: ${name}`, () => {
    const { ours, theirs } = compare('work', SpanKind.SERVER, work);
    assert.deepEqual(ours, theirs);
  });

for (const kind of [SpanKind.INTERNAL, SpanKind.SERVER, SpanKind.CLIENT, SpanKind.PRODUCER, SpanKind.CONSUMER])
  test(`is sent as the reference sends it: kind ${SpanKind[kind]}, without a parent`, () => {
    const { ours, theirs } = compare('work', kind, () => undefined, ROOT_CONTEXT);
    assert.deepEqual(ours, theirs);
  });

test('the comparison sees a difference', () => {
  const { ours } = compare('work', SpanKind.SERVER, () => undefined);
  const { theirs } = compare('other', SpanKind.SERVER, () => undefined);
  assert.notDeepEqual(ours, theirs);
});
