import { type Static, Type } from 'typebox';
import { guarded } from '../endpoint.ts';
import { SpanId, TraceId } from '../observatory.ts';
import { Dollars, Id, Instant, Nullable } from '../scalars.ts';
import { AuditEntry } from './admin.ts';
import { StockMovement } from './products.ts';
import { Delivery } from './sync.ts';
import { xrayKinds } from './xray-kinds.ts';

// The story behind a record: what was written about it, and the traces in which that was done.

const XrayId = Type.String({
  maxLength: 60,
  pattern: '^[0-9a-z.-]+$',
  description:
    'order, product, customer: the id; line: {order}.{product}; invoice: the id of its order; delivery: {event}.{consumer}; movement, audit: the UUID; trace: the trace id',
});

/** One thing that was done about the record, as it was written down. */
export const XrayStep = Type.Object({
  at: Instant,
  source: Type.Enum(['checkout', 'event', 'audit', 'message', 'stock']),
  name: Type.String({ description: 'What was done, as it was recorded, e.g. order.placed or products.update' }),
  about: Nullable(Type.String({ description: 'To which of several it belongs, such as the number of an order' })),
  actor: Nullable(Type.String({ description: 'A username, or service:<name>' })),
  trace_id: Nullable(TraceId),
});
export type XrayStep = Static<typeof XrayStep>;

export const XrayTrace = Type.Object({
  trace_id: TraceId,
  first_at: Nullable(Instant),
  steps: Type.Array(XrayStep, { description: 'What was done in it, oldest first' }),
});
export type XrayTrace = Static<typeof XrayTrace>;

export const XrayDelivery = Type.Object({
  ...Delivery.properties,
  received_at: Nullable(Type.String({ format: 'date-time', description: 'When the other service took it in' })),
});
export type XrayDelivery = Static<typeof XrayDelivery>;

export const XrayMovement = Type.Object({ ...StockMovement.properties, product_id: Id });
export type XrayMovement = Static<typeof XrayMovement>;

export const XrayRecord = Type.Object({
  kind: Type.Enum([...xrayKinds]),
  id: Type.String(),
  title: Type.String(),
  about: Nullable(Type.String({ description: 'One line about what it is' })),
  path: Nullable(Type.String({ description: 'Its page in the CRM' })),
  money: Type.Array(Type.Object({ label: Type.String(), amount: Dollars, currency: Type.String() })),
  facts: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
  traces: Type.Array(XrayTrace, { description: 'Every trace that touched it, oldest first; the newest fifty' }),
  open_trace_id: Nullable(Type.String({ description: 'The trace that says most about it; null when none was kept' })),
  untraced: Type.Array(XrayStep, { description: 'What was done of which no trace id was kept' }),
  deliveries: Type.Array(XrayDelivery),
  movements: Type.Array(XrayMovement, { description: 'The newest fifty' }),
  audit: Nullable(Type.Array(AuditEntry, { description: 'Newest first, at most fifty; null for who may not read it' })),
});
export type XrayRecord = Static<typeof XrayRecord>;

export const getXray = guarded({
  method: 'GET',
  path: '/api/observability/xray/:kind/:id',
  summary:
    'What is written about a record, and every trace that touched it; needs the right to read the record, too. 403, 404',
  tag: 'Observability',
  access: 'observability.read',
  params: Type.Object({ kind: Type.Enum([...xrayKinds]), id: XrayId }),
  responses: { 200: XrayRecord },
});

/** Why something is shown, or not. */
export const SignalState = Type.Enum(['found', 'none', 'expired', 'away', 'refused', 'not_configured']);
export type SignalState = Static<typeof SignalState>;

export const XraySpan = Type.Object({
  span_id: SpanId,
  depth: Type.Integer(),
  service: Type.String(),
  name: Type.String(),
  start_ms: Type.Number({ description: 'After the first start in the trace' }),
  duration_ms: Type.Number(),
  is_error: Type.Boolean(),
  is_untrusted: Type.Boolean({ description: 'Sent by a browser: anybody could have made it up' }),
  is_statement: Type.Boolean(),
});
export type XraySpan = Static<typeof XraySpan>;

export const XrayStatement = Type.Object({
  sql_id: Nullable(Type.String()),
  text: Type.String({ description: 'As sent; values are parameters and never part of it' }),
  service: Type.String(),
  calls: Type.Integer(),
  rows: Type.Integer(),
  total_ms: Type.Number(),
  longest_ms: Type.Number(),
  errors: Type.Integer(),
});
export type XrayStatement = Static<typeof XrayStatement>;

export const XraySession = Type.Object({
  service: Type.String({ description: 'The module that the database knows the session by' }),
  backend_pid: Nullable(Type.Integer({ description: 'Process id of the session; PostgreSQL only' })),
  statements: Type.Integer(),
  total_ms: Type.Number(),
});
export type XraySession = Static<typeof XraySession>;

export const XrayLog = Type.Object({
  at: Instant,
  service: Type.String(),
  severity: Type.String(),
  message: Type.String(),
  event: Nullable(Type.String()),
});
export type XrayLog = Static<typeof XrayLog>;

export const XrayBrowserEvent = Type.Object({
  at: Instant,
  kind: Type.Enum(['web_vital', 'error', 'custom']),
  name: Type.String(),
  page: Type.String(),
  value: Nullable(Type.Number({ description: 'Of a web vital: milliseconds, CLS without a unit' })),
  message: Nullable(Type.String({ description: 'Of an error, without what it quotes' })),
});
export type XrayBrowserEvent = Static<typeof XrayBrowserEvent>;

export const XraySecurityEvent = Type.Object({
  id: Type.String(),
  attack_type: Type.String(),
  severity: Type.Enum(['info', 'low', 'medium', 'high', 'critical']),
  endpoint: Nullable(Type.String()),
  details: Nullable(Type.String()),
  created_at: Instant,
});

export const XrayTraceStory = Type.Object({
  trace_id: TraceId,
  spans: Type.Object({
    state: SignalState,
    kept_since: Nullable(
      Type.String({ format: 'date-time', description: 'Of a trace that is not there: the oldest one that is' }),
    ),
    total: Type.Integer(),
    is_cut: Type.Boolean({
      description: 'There are more than were looked at: all that is told is of those that failed or took longest',
    }),
    services: Type.Array(Type.String(), { description: 'The first to take part, at most 20' }),
    duration_ms: Type.Number(),
    errors: Type.Integer({ description: 'Spans of our services that failed' }),
    rows: Type.Array(XraySpan, {
      description: 'Parents before their children; of more than 200 those that failed, and the first',
    }),
  }),
  statements: Type.Array(XrayStatement, { description: 'The costliest first; at most 50' }),
  sessions: Type.Array(XraySession, { description: 'The busiest first; at most 20' }),
  waits: Type.Object({
    state: SignalState,
    seconds: Type.Array(Type.Object({ wait_class: Type.String(), seconds: Type.Number() }), {
      description: 'What its sessions were seen at, by looking every second in the last hour',
    }),
  }),
  browser: Type.Object(
    {
      state: SignalState,
      session_id: Nullable(Type.String({ description: 'The visit that it was a part of' })),
      app: Nullable(Type.String()),
      events: Type.Array(XrayBrowserEvent, { description: 'Oldest first; at most 50' }),
    },
    { description: 'What a browser told in this trace: anybody could have made it up' },
  ),
  logs: Type.Object({
    state: SignalState,
    has_more: Type.Boolean(),
    records: Type.Array(XrayLog, { description: 'Oldest first; at most 100' }),
  }),
  trail: Nullable(
    Type.Object(
      { audit: Type.Array(AuditEntry), security_events: Type.Array(XraySecurityEvent) },
      { description: 'What was written down in this trace; null for who may not read the audit' },
    ),
  ),
});
export type XrayTraceStory = Static<typeof XrayTraceStory>;

export const getTraceStory = guarded({
  method: 'GET',
  path: '/api/observability/traces/:trace_id',
  summary:
    'What the observatory and our own tables know of one trace, small enough to be read beside a record; a part that is not known says why',
  tag: 'Observability',
  access: 'observability.read',
  params: Type.Object({ trace_id: TraceId }),
  responses: { 200: XrayTraceStory },
});
