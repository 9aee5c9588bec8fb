import {
  connectionCount,
  connectionMax,
  connectionTimeouts,
  connectionWait,
  operationDuration,
  pendingRequests,
} from './metrics/database-metrics.ts';
import type { Metric } from './metrics/definition.ts';
import { activeRequests, clientDuration, serverDuration } from './metrics/http-metrics.ts';
import { runtimeMetrics } from './metrics/runtime-metrics.ts';
import { recordsDropped, recordsSent } from './metrics/telemetry-metrics.ts';

/** Where a name appears. */
export type Place =
  | 'server span'
  | 'client span'
  | 'verb span'
  | 'work span'
  | 'SQL span'
  | 'resource'
  | 'metric'
  | 'log line';

/** One name that dashboards and queries may rely on. */
export interface TelemetryName {
  readonly name: string;
  readonly on: readonly Place[];
  readonly meaning: string;
  /** Defined by the OpenTelemetry semantic conventions, not by us. */
  readonly isStandard?: true;
}

export interface SpanName {
  /** As a person reads it; what varies is in braces. */
  readonly name: string;
  readonly on: Exclude<Place, 'resource' | 'metric' | 'log line'>;
  readonly kind: 'SERVER' | 'INTERNAL' | 'CLIENT';
  readonly pattern: RegExp;
  readonly meaning: string;
}

/** Every span that the platform opens, for any app. */
export const spanNames: readonly SpanName[] = [
  {
    name: '{method} {route}',
    on: 'server span',
    kind: 'SERVER',
    pattern: /^[A-Z-]+( \/\S*)?$/,
    meaning: 'A request, by the template of its route; the method alone when no route matched',
  },
  {
    name: '{method} {template}',
    on: 'client span',
    kind: 'CLIENT',
    pattern: /^(GET|POST|PATCH|DELETE) \/\S*$/,
    meaning: 'A call of another service of ours, by the template of its address',
  },
  {
    name: '{domain}.{verb}',
    on: 'verb span',
    kind: 'INTERNAL',
    pattern: /^[a-z]+\.[a-z]+(_[a-z]+)*$/,
    meaning: 'A verb of a domain, called through its door',
  },
  {
    name: '{operation} {table}',
    on: 'SQL span',
    kind: 'CLIENT',
    pattern: /^(SELECT|INSERT|UPDATE|DELETE|MERGE|WITH)( [a-z][a-z0-9_]*)?$/,
    meaning: 'One SQL statement',
  },
  {
    name: 'COMMIT, ROLLBACK',
    on: 'SQL span',
    kind: 'CLIENT',
    pattern: /^(COMMIT|ROLLBACK)$/,
    meaning: 'The end of a transaction; BEGIN travels with the first statement and has none',
  },
];

function standard(name: string, on: Place | readonly Place[], meaning: string): TelemetryName {
  return { name, on: [on].flat(), meaning, isStandard: true };
}

/** A name of ours, with the places where it appears. */
export function own(name: string, on: Place | readonly Place[], meaning: string): TelemetryName {
  return { name, on: [on].flat(), meaning };
}

const spans = ['server span', 'client span', 'verb span', 'work span'] as const;

/** Every attribute of a span or resource, and every field of a log line, that the platform writes for any app. */
export const telemetryNames: readonly TelemetryName[] = [
  standard('service.name', ['resource', 'log line'], 'Name of the service'),
  standard('service.namespace', ['resource', 'log line'], 'Namespace of the service'),
  standard('service.version', ['resource', 'log line'], 'Version of the service'),
  standard('service.instance.id', 'resource', 'UUID of this process'),
  standard('process.pid', 'resource', 'Process id'),
  standard('process.runtime.name', 'resource', 'nodejs'),
  standard('process.runtime.version', 'resource', 'Version of Node'),
  standard(
    'http.request.method',
    ['server span', 'client span', 'metric', 'log line'],
    'Method of the request; `_OTHER` in metrics where there is no such method',
  ),
  standard(
    'http.route',
    ['server span', 'metric', 'log line'],
    'Template of the route; `unmatched` on a log line without one',
  ),
  standard('http.response.status_code', ['server span', 'client span', 'metric', 'log line'], 'Status of the answer'),
  standard('url.path', 'server span', 'Path as asked for, without the query string'),
  standard('url.scheme', 'server span', 'http or https, as the caller sees it'),
  standard('url.full', 'client span', 'Address called, without the query string'),
  standard('url.template', ['client span', 'metric'], 'Template of the address called'),
  standard(
    'server.address',
    ['server span', 'client span', 'SQL span', 'metric'],
    'Host asked for; host called; host of the database',
  ),
  standard('server.port', ['client span', 'SQL span', 'metric'], 'Port called; port of the database'),
  standard('user_agent.original', 'server span', 'User agent, its first 200 characters'),
  standard(
    'error.type',
    [...spans, 'SQL span', 'metric', 'log line'],
    'Class of a failure of ours; status or reason of a call in vain; code of the database',
  ),
  standard('db.system.name', 'SQL span', 'postgresql'),
  standard('db.namespace', 'SQL span', 'Name of the database'),
  standard('db.operation.name', ['SQL span', 'metric'], 'First word of the statement'),
  standard('db.collection.name', ['SQL span', 'metric'], 'First table of the statement'),
  standard('db.query.text', 'SQL span', 'The statement as sent; values are parameters and never part of it'),
  standard('db.response.returned_rows', 'SQL span', 'Rows read or changed'),
  standard('db.response.status_code', 'SQL span', 'Error code of the database'),
  own('octo.workflow.id', 'server span', 'What the request is part of, e.g. `checkout`; `other` for what has no name'),
  own('octo.request_id', 'server span', 'Id of the request, also in X-Request-Id'),
  own('octo.outcome', spans, 'Code of the problem that ended it, e.g. `http.not_found`'),
  own('octo.query', 'SQL span', 'Name of the query in the sources: `<domain>.<function>`'),
  own('octo.sql_id', 'SQL span', 'Id of the text, made as Oracle makes its SQL_ID'),
  own('octo.db.backend_pid', 'SQL span', 'Process id of the database session'),
  own(
    'octo.db.connection_wait_ms',
    'SQL span',
    'How long the caller waited for the session; on its first statement, and only where it had to wait',
  ),
  standard('db.client.connection.pool.name', 'metric', 'Pool of sessions: `main` serves requests'),
  standard('db.client.connection.state', 'metric', '`used` or `idle`'),
  standard('v8js.heap.space.name', 'metric', 'Part of the heap'),
  standard('v8js.gc.type', 'metric', '`minor`, `major`, `incremental`, `weakcb`'),
  standard('cpu.mode', 'metric', '`user` or `system`'),
  own('octo.telemetry.signal', 'metric', '`traces`, `logs`, and at the observatory `metrics`'),
  own('time', 'log line', 'When, ISO 8601 in UTC'),
  own('severity', 'log line', 'DEBUG, INFO, WARN, ERROR'),
  own('message', 'log line', 'What happened'),
  own('request_id', 'log line', 'Id of the request, also in X-Request-Id'),
  own('workflow_id', 'log line', 'What the work is part of, also in X-Workflow-Id'),
  own('trace_id', 'log line', 'Trace the line was written in, also in X-Trace-Id'),
  own('span_id', 'log line', 'Span the line was written in'),
  own('oracleApmTraceId', 'log line', 'trace_id under the name that Oracle APM looks for'),
  own('oracleApmSpanId', 'log line', 'span_id under the name that Oracle APM looks for'),
  own('duration_ms', 'log line', 'How long the request took, in milliseconds'),
  own('error.code', 'log line', 'Code of the failure'),
  own('error.cause_code', 'log line', 'Code of what caused it, such as that of the database'),
  own('error.stack', 'log line', 'Where it came from, without the message'),
];

/** The spans of who sends messages to another service. */
export const messagingSpanNames: readonly SpanName[] = [
  {
    name: 'deliver {event_type}',
    on: 'work span',
    kind: 'INTERNAL',
    pattern: /^deliver [a-z]+(\.[a-z_]+)+$/,
    meaning: 'A message goes to another service; in the trace of the work that it tells of',
  },
];

/** What they write on those and on log lines. */
export const messagingNames: readonly TelemetryName[] = [
  standard('messaging.message.id', 'work span', 'Message that is delivered to another service'),
  own('consumer', 'log line', 'Service that a message is for'),
  own('event_id', 'log line', 'Message that the line is about'),
  own('event_type', 'log line', 'What the message tells, e.g. `order.placed`'),
  own('messages', 'log line', 'How many messages'),
];

/** Every metric that the platform counts, for any app. */
export const metricNames: readonly Metric[] = [
  serverDuration,
  activeRequests,
  clientDuration,
  operationDuration,
  connectionCount,
  connectionMax,
  pendingRequests,
  connectionWait,
  connectionTimeouts,
  ...runtimeMetrics,
  recordsSent,
  recordsDropped,
];
