/** What a test says of a span; the rest is made up. */
export interface SomeSpan {
  traceId: string;
  spanId?: string;
  parentSpanId?: string;
  name?: string;
  /** By the numbers of OTLP: 2 is a server. */
  kind?: number;
  startMs?: number;
  durationMs?: number;
  /** By the numbers of OTLP: 2 is an error. */
  status?: number;
  attributes?: Record<string, string | number | boolean>;
  /** As they go over the wire. */
  events?: readonly object[];
  links?: readonly object[];
}

let made = 0;

/** An id in hex that no other test has. */
export function newId(bytes: number): string {
  made += 1;
  return (BigInt(process.pid) * 1_000_000n + BigInt(made)).toString(16).padStart(bytes * 2, '0');
}

export const newTraceId = () => newId(16);

export function tracesBody(service: string, spans: readonly SomeSpan[]): object {
  return {
    resourceSpans: [
      { resource: resourceOf(service), scopeSpans: [{ scope: { name: 'test' }, spans: spans.map(toJson) }] },
    ],
  };
}

function toJson(span: SomeSpan): object {
  const { startMs = Date.now() - 50, durationMs = 5, status, attributes = {}, name = 'work', ...rest } = span;
  return {
    spanId: newId(8),
    kind: 1,
    ...rest,
    name,
    startTimeUnixNano: nano(startMs),
    endTimeUnixNano: nano(startMs + durationMs),
    attributes: keyValues(attributes),
    ...(status === undefined ? {} : { status: { code: status } }),
  };
}

export interface SomeLog {
  body: string;
  severity?: string;
  timeMs?: number;
  traceId?: string;
  spanId?: string;
  attributes?: Record<string, string | number | boolean>;
}

export function logsBody(service: string, logs: readonly SomeLog[], instance?: string): object {
  const logRecords = logs.map(({ body, severity = 'INFO', timeMs = Date.now() - 50, attributes = {}, ...ids }) => ({
    timeUnixNano: nano(timeMs),
    severityText: severity,
    body: { stringValue: body },
    attributes: keyValues(attributes),
    ...ids,
  }));
  return { resourceLogs: [{ resource: resourceOf(service, instance), scopeLogs: [{ logRecords }] }] };
}

export function metricsBody(service: string, metrics: readonly object[], instance?: string): object {
  return { resourceMetrics: [{ resource: resourceOf(service, instance), scopeMetrics: [{ metrics }] }] };
}

export function nano(ms: number): string {
  return `${BigInt(Math.round(ms * 1000))}000`;
}

export function keyValues(attributes: Record<string, string | number | boolean>): object[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: wireValue(value) }));
}

function resourceOf(service: string, instance?: string): object {
  const own = instance === undefined ? {} : { 'service.instance.id': instance };
  return { attributes: keyValues({ 'service.name': service, ...own }) };
}

function wireValue(value: string | number | boolean): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}
