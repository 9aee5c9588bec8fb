import { type SpanContext, TraceFlags } from '@opentelemetry/api';
import { writeAttribute, writeValue } from './otlp/attribute.ts';
import type { ByteWriter } from './otlp/byte-writer.ts';
import { recordField } from './otlp/envelope.ts';

/** A log line as it is sent: the same as on standard output, apart from the resource that all of them are of. */
export interface LogRecord {
  timeMs: number;
  severity: Severity;
  message: string;
  fields: Readonly<Record<string, string | number | boolean>>;
  span: SpanContext | undefined;
}

export interface Severity {
  readonly text: string;
  /** As OpenTelemetry counts: the first of the four that each level has. */
  readonly number: number;
}

/** Is given the record, and the line of JSON that it makes. */
type Listener = (record: LogRecord, line: string) => void;

let listener: Listener | undefined;

/** Sends every line of this process on from now, as the telemetry that is installed wants them. */
export function exportLogs(to: Listener | undefined): void {
  listener = to;
}

export function logListener(): Listener | undefined {
  return listener;
}

/** Writes a LogRecord by the numbers of opentelemetry/proto/logs/v1/logs.proto. */
export function writeLogRecord(to: ByteWriter, { timeMs, severity, message, fields, span }: LogRecord): void {
  const start = to.open(recordField);
  to.instant(1, timeMs);
  to.whole(2, severity.number);
  to.text(3, severity.text);
  writeValue(to, 5, message);
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined) writeAttribute(to, 6, name, value);
  }
  if (span) {
    to.fixed32(8, span.traceFlags & TraceFlags.SAMPLED);
    to.hex(9, span.traceId);
    to.hex(10, span.spanId);
  }
  to.instant(11, timeMs);
  to.close(start);
}
