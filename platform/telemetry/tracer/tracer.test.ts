import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { context, createContextKey, ROOT_CONTEXT, SpanKind, TraceFlags, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { suppressTracing } from '@opentelemetry/core';
import { withValue } from '../linked-context.ts';
import type { RecordedSpan } from './recorded-span.ts';
import { createTracer } from './tracer.ts';

const ended: RecordedSpan[] = [];
const tracer = createTracer('tests', (span) => void ended.push(span));
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
beforeEach(() => void ended.splice(0));

test('a span without a parent begins a trace, with ids that no other has', () => {
  const spans = Array.from({ length: 2000 }, () => tracer.startSpan('work', {}, ROOT_CONTEXT));
  for (const ids of [spans.map((span) => span.spanContext().traceId), spans.map((span) => span.spanContext().spanId)])
    assert.equal(new Set(ids).size, spans.length);
  const { traceId, spanId, traceFlags } = tracer.startSpan('work', {}, ROOT_CONTEXT).spanContext();
  assert.match(`${traceId} ${spanId}`, /^[0-9a-f]{32} [0-9a-f]{16}$/);
  assert.equal(traceFlags, TraceFlags.SAMPLED);
});

test('a span below another stays in its trace, and one that is told to be a root does not', () => {
  const outer = tracer.startSpan('outer');
  const below = trace.setSpan(ROOT_CONTEXT, outer);
  assert.equal(tracer.startSpan('inner', {}, below).spanContext().traceId, outer.spanContext().traceId);
  assert.notEqual(tracer.startSpan('apart', { root: true }, below).spanContext().traceId, outer.spanContext().traceId);
});

test('a caller who did not sample is recorded all the same', () => {
  const caller = {
    traceId: '0af7651916cd43dd8448eb211c80319c',
    spanId: 'b7ad6b7169203331',
    traceFlags: TraceFlags.NONE,
  };
  const span = tracer.startSpan('work', {}, trace.setSpanContext(ROOT_CONTEXT, caller));
  assert.equal(span.spanContext().traceId, caller.traceId);
  assert.equal(span.spanContext().traceFlags, TraceFlags.SAMPLED);
  span.end();
  assert.equal(ended[0]?.start.parent?.spanId, caller.spanId);
});

test('what ended is told once and changes no more', () => {
  const span = tracer.startSpan('work', { attributes: { before: 1 } });
  assert.ok(span.isRecording());
  span.end();
  span.end();
  assert.ok(!span.isRecording());
  span.setAttribute('after', 1).setAttributes({ after: 2 }).updateName('other').addEvent('late').setStatus({ code: 2 });
  span.addLink({ context: span.spanContext() }).recordException(new Error('late'));
  assert.equal(ended.length, 1);
  assert.deepEqual(
    [ended[0]?.name, ended[0]?.attributes.names, ended[0]?.events, ended[0]?.links],
    ['work', ['before'], undefined, undefined],
  );
  assert.equal(ended[0]?.status.code, 0);
});

test('what a caller does to its attributes afterwards changes nothing', () => {
  const attributes = { step: 1 };
  const span = tracer.startSpan('work', { attributes, kind: SpanKind.CLIENT });
  attributes.step = 2;
  span.end();
  assert.deepEqual(ended[0]?.attributes.values, [1]);
});

test('a span ends no earlier than it began, and takes time as the API gives it', () => {
  // The API takes a number from before the process began as one that counts from there.
  const began = new Date('2100-01-01T10:00:00.500Z');
  for (const [time, ms] of [
    [new Date('2100-01-01T10:00:01Z'), 500],
    [[began.getTime() / 1000 + 2, 0] as [number, number], 2000],
    [began.getTime() + 0.25, 0.25],
    [new Date(0), 0],
  ] as const) {
    tracer.startSpan('work', { startTime: began }).end(time);
    const span = ended.pop();
    assert.ok(span);
    assert.ok(Math.abs(span.endMs - span.startMs - ms) < 0.01, `${span.endMs - span.startMs}`);
  }
});

test('attributes, events and links have a bound, beyond which they are counted', () => {
  const span = tracer.startSpan('work');
  for (let index = 0; index < 200; index += 1) {
    span.setAttribute(`name-${index}`, index).addEvent('event').addLink({ context: span.spanContext() });
  }
  span.end();
  const [told] = ended;
  assert.deepEqual([told?.attributes.names.length, told?.attributes.dropped], [128, 72]);
  assert.deepEqual([told?.events?.length, told?.droppedEvents], [128, 72]);
  assert.deepEqual([told?.links?.length, told?.droppedLinks], [128, 72]);
});

test('what runs as the active span has it as its parent', () => {
  const kinds = [
    tracer.startActiveSpan('a', (span) => [span, trace.getActiveSpan()]),
    tracer.startActiveSpan('b', { kind: SpanKind.CLIENT }, (span) => [span, trace.getActiveSpan()]),
    tracer.startActiveSpan('c', {}, ROOT_CONTEXT, (span) => [span, trace.getActiveSpan()]),
  ];
  for (const [given, active] of kinds) assert.equal(given, active);
});

test('where tracing is suppressed nothing is recorded', () => {
  const span = tracer.startSpan('work', {}, suppressTracing(ROOT_CONTEXT));
  assert.ok(!span.isRecording());
  span.end();
  assert.deepEqual(ended, []);
});

test('a context keeps what it was given, and what is above stays as it was', () => {
  const [one, two] = [createContextKey('one'), createContextKey('two')];
  const first = withValue(ROOT_CONTEXT.setValue(two, 'above'), one, 1);
  const second = first.setValue(one, 2);
  assert.deepEqual([first.getValue(one), second.getValue(one), second.getValue(two)], [1, 2, 'above']);
  assert.deepEqual([second.deleteValue(one).getValue(one), second.getValue(one)], [undefined, 2]);
});
