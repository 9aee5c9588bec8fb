import { context, INVALID_TRACEID, trace } from '@opentelemetry/api';
import { type LogRecord, logListener, type Severity } from './log-export.ts';
import { attributeNames } from './names/attributes.ts';
import { type LogDestination, standardOutput } from './standard-output.ts';
import { workOf } from './workflow.ts';

/** Writes one line: a message, or fields and then the message. */
export interface WriteLine {
  (message: string): void;
  (fields: LogFields, message: string): void;
}

export type LogFields = Readonly<Record<string, unknown>>;
export type Level = 'debug' | 'info' | 'warn' | 'error';
export type Logger = Readonly<Record<Level, WriteLine>>;

const severities: Record<Level, Severity> = {
  debug: { text: 'DEBUG', number: 5 },
  info: { text: 'INFO', number: 9 },
  warn: { text: 'WARN', number: 13 },
  error: { text: 'ERROR', number: 17 },
};

/** Fields that may hold personal data or secrets; should one ever reach a log line, its value does not. */
const redacted = new Set([
  ...['email', 'customer_email', 'customerEmail', 'password', 'token', 'payment_token', 'paymentToken'],
  ...['authorization', 'cookie'],
]);

/** JSON lines, on standard output unless told otherwise, each with the ids of trace, request and workflow it was written in. */
export function createLogger(
  service: { name: string; namespace: string; version: string },
  level = 'info',
  destination?: LogDestination,
): Logger {
  const output = destination ?? standardOutput();
  const base = JSON.stringify({
    [attributeNames.serviceName]: service.name,
    [attributeNames.serviceNamespace]: service.namespace,
    [attributeNames.serviceVersion]: service.version,
  }).slice(1, -1);
  const least = isLevel(level) ? severities[level].number : severities.info.number;
  const writerAt = (at: Level): WriteLine => {
    const severity = severities[at];
    if (severity.number < least) return () => undefined;
    return (first: LogFields | string, second?: string) => {
      const [fields, message] = typeof first === 'string' ? [{}, first] : [first, second ?? ''];
      const record = recordOf(severity, fields, message);
      const line = lineOf(record, base);
      output.write(line);
      logListener()?.(record, line);
    };
  };
  return { debug: writerAt('debug'), info: writerAt('info'), warn: writerAt('warn'), error: writerAt('error') };
}

function isLevel(value: string): value is Level {
  return Object.hasOwn(severities, value);
}

function recordOf(severity: Severity, given: LogFields, message: string): LogRecord {
  const active = context.active();
  const span = trace.getSpan(active)?.spanContext();
  const work = workOf(active);
  const fields: Record<string, string | number | boolean> = {};
  if (work?.requestId !== undefined) fields.request_id = work.requestId;
  if (work?.workflowId !== undefined) fields.workflow_id = work.workflowId;
  for (const name in given) {
    const value = safeValue(name, given[name]);
    if (value !== undefined) fields[name] = value;
  }
  return { timeMs: Date.now(), severity, message, fields, span: span?.traceId === INVALID_TRACEID ? undefined : span };
}

/** Log fields are flat: what lies deeper is left out, for nobody would look there for what must not be written. */
function safeValue(name: string, value: unknown): string | number | boolean | undefined {
  if (value === undefined) return undefined;
  if (redacted.has(name)) return '[redacted]';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'object' && value !== null ? '[nested]' : String(value);
}

function lineOf({ timeMs, severity, message, fields, span }: LogRecord, base: string): string {
  let line = `{"severity":"${severity.text}","time":"${isoTime(timeMs)}",${base}`;
  // Oracle APM looks for its own names.
  if (span)
    line += `,"trace_id":"${span.traceId}","span_id":"${span.spanId}","oracleApmTraceId":"${span.traceId}","oracleApmSpanId":"${span.spanId}"`;
  for (const name in fields) line += `,${quoted(name)}:${asJson(fields[name])}`;
  return `${line},"message":${quoted(message)}}\n`;
}

function asJson(value: string | number | boolean | undefined): string {
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value);
}

const needsNoEscape = /^[\w ./:@*-]*$/;

/** Most of what is written needs no escaping, and to look is quicker than to escape. */
function quoted(text: string): string {
  return needsNoEscape.test(text) ? `"${text}"` : JSON.stringify(text);
}

let lastMs = 0;
let lastIso = '';

/** Many lines are written within a millisecond. */
function isoTime(ms: number): string {
  if (ms !== lastMs) {
    lastMs = ms;
    lastIso = new Date(ms).toISOString();
  }
  return lastIso;
}
