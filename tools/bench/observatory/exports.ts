import { writeLogRecord } from '@octo/platform/telemetry/log-export.ts';
import { metricsRequest } from '@octo/platform/telemetry/metrics/write-metric.ts';
import { writeAttribute } from '@octo/platform/telemetry/otlp/attribute.ts';
import { ByteWriter } from '@octo/platform/telemetry/otlp/byte-writer.ts';
import { envelope, recordField, resourceBytes } from '@octo/platform/telemetry/otlp/envelope.ts';
import { type MadeLine, makeLines } from './made-up/make-lines.ts';
import { makePoints } from './made-up/make-points.ts';
import { type MadeSpan, makeSpans } from './made-up/make-spans.ts';
import { services } from './made-up/platform.ts';
import { minutesOf, type Shape } from './made-up/shape.ts';

/** One request to the intake. */
export interface Export {
  readonly path: string;
  readonly body: Buffer;
  readonly records: number;
}

/** As services send them: each its own, a trace in several pieces, traces beside each other. */
const tracesAtOnce = 60;
const error = 2;
const severityNumbers = { INFO: 9, WARN: 13, ERROR: 17 } as const;

export function* exportsOf(shape: Shape): Generator<Export> {
  const readings = minutesOf(shape);
  let reading = 0;
  for (let first = 0; first < shape.traces; first += tracesAtOnce) {
    const numbers = Array.from({ length: Math.min(tracesAtOnce, shape.traces - first) }, (_, at) => first + at);
    const spans = numbers.flatMap((number) => makeSpans(shape, number));
    const lines = numbers.flatMap((number) => makeLines(shape, number));
    for (const service of services.keys()) {
      const own = spans.filter((span) => span.service === service);
      if (own.length > 0) yield toExport('traces', service, own, writeSpan);
      const told = lines.filter((line) => line.service === service);
      if (told.length > 0) yield toExport('logs', service, told, writeLine);
    }
    for (
      ;
      reading < (readings.length * (first + tracesAtOnce)) / shape.traces && reading < readings.length;
      reading += 1
    )
      yield readingOf(shape, reading, readings[reading] ?? 0);
  }
}

function toExport<Item>(
  signal: string,
  service: number,
  items: readonly Item[],
  write: (to: ByteWriter, item: Item) => void,
): Export {
  const to = new ByteWriter(64 * 1024);
  for (const item of items) write(to, item);
  const body = envelope(resourceBytes(resourceOf(service)), [{ scope: 'octo', records: to.written() }]);
  return { path: `/v1/${signal}`, body, records: items.length };
}

function resourceOf(service: number) {
  return {
    'service.name': services[service] ?? '',
    'service.namespace': 'octo',
    'service.version': '1.0.0',
    'service.instance.id': `01a20199-0000-7000-8000-00000000000${service}`,
    'deployment.environment.name': 'development',
    'telemetry.sdk.language': 'nodejs',
  };
}

function writeSpan(to: ByteWriter, span: MadeSpan): void {
  const start = to.open(recordField);
  to.hex(1, span.traceId);
  to.hex(2, span.spanId);
  if (span.parentSpanId !== '') to.hex(4, span.parentSpanId);
  to.text(5, span.name);
  to.whole(6, span.kind);
  to.instant(7, span.startMs);
  to.instant(8, span.startMs + span.durationMs);
  for (const attributes of [span.fixed, span.own])
    for (const [name, value] of Object.entries(attributes)) writeAttribute(to, 9, name, value);
  if (span.isError) {
    const status = to.open(15);
    to.whole(3, error);
    to.close(status);
  }
  to.close(start);
}

function writeLine(to: ByteWriter, { timeMs, severity, body, traceId, attributes }: MadeLine): void {
  const span = { traceId, spanId: traceId.slice(16), traceFlags: 1 };
  const level = { text: severity, number: severityNumbers[severity] };
  writeLogRecord(to, { timeMs, severity: level, message: body, fields: attributes, span });
}

function readingOf(shape: Shape, reading: number, readAtMs: number): Export {
  const metrics = makePoints(shape, reading);
  const startedAtMs = shape.endMs - shape.minutes * 60_000;
  const body = metricsRequest({ resource: resourceOf(0), startedAtMs, readAtMs, metrics });
  return { path: '/v1/metrics', body, records: metrics.reduce((sum, { points }) => sum + points.length, 0) };
}
