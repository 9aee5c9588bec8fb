import { type Static, Type } from 'typebox';
import { guarded } from '../endpoint.ts';
import { Cursor, Id, Instant, Nullable, PageSize } from '../scalars.ts';
import { AuditEntry } from './admin.ts';

export const Delivery = Type.Object({
  event_id: Type.String(),
  event_type: Type.String(),
  consumer: Type.String(),
  state: Type.Enum(['waiting', 'retrying', 'delivered', 'dead', 'discarded']),
  attempts: Type.Integer(),
  created_at: Instant,
  delivered_at: Nullable(Instant),
  next_attempt_at: Nullable(Instant),
  last_error: Nullable(Type.String()),
  order_id: Nullable(Id),
  trace_id: Nullable(Type.String({ description: 'The trace of the work that it tells of' })),
});
export type Delivery = Static<typeof Delivery>;

export const SyncQueue = Type.Object({
  consumer: Type.String({ description: 'Who is to receive: crm or shop' }),
  waiting: Type.Integer({ description: 'Not delivered yet, those that failed before included' }),
  retrying: Type.Integer({ description: 'Of those, delivered in vain at least once' }),
  dead: Type.Integer({ description: 'Given up, and neither retried nor discarded by an operator' }),
  delivered_last_hour: Type.Integer(),
  oldest_waiting_at: Nullable(Instant),
  lag_seconds: Type.Number({ description: 'Age of the oldest message that waits; 0 when none does' }),
});
export type SyncQueue = Static<typeof SyncQueue>;

export const getSync = guarded({
  method: 'GET',
  path: '/api/sync',
  summary: 'How far the services lag behind each other, and the last things operators did about it',
  tag: 'Sync',
  access: 'sync.read',
  responses: { 200: Type.Object({ queues: Type.Array(SyncQueue), audit: Type.Array(AuditEntry) }) },
});

export const deliveryStates = ['waiting', 'dead', 'delivered', 'discarded'] as const;

export const listDeliveries = guarded({
  method: 'GET',
  path: '/api/sync/deliveries',
  summary: 'Messages between the services by state, newest first',
  tag: 'Sync',
  access: 'sync.read',
  querystring: Type.Object({
    state: Type.Optional(Type.Enum([...deliveryStates])),
    limit: PageSize(200),
    after: Type.Optional(Cursor),
  }),
  responses: { 200: Type.Object({ deliveries: Type.Array(Delivery), next: Type.Optional(Cursor) }) },
});

const params = Type.Object({
  event_id: Type.String({ pattern: '^[0-9a-f-]{36}$' }),
  consumer: Type.Enum(['crm', 'shop']),
});

export const retryDelivery = guarded({
  method: 'POST',
  path: '/api/sync/deliveries/:event_id/:consumer/retry',
  summary: 'Sends a dead letter again; 409 when it is not dead',
  tag: 'Sync',
  access: 'sync.manage',
  params,
  responses: { 200: Type.Object({ delivery: Delivery }) },
});

export const discardDelivery = guarded({
  method: 'POST',
  path: '/api/sync/deliveries/:event_id/:consumer/discard',
  summary: 'Lays a dead letter aside for good; 409 when it is not dead',
  tag: 'Sync',
  access: 'sync.manage',
  params,
  responses: { 200: Type.Object({ delivery: Delivery }) },
});
