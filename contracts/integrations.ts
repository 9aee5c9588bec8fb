import { type Static, Type } from 'typebox';
import { CustomerTotals } from './crm/customers.ts';
import { guarded } from './endpoint.ts';
import { OrderCancelled, OrderPlaced, PaymentReceived } from './order-events.ts';
import { Dollars, Email, Id, Instant, Nullable } from './scalars.ts';
import type { WorkflowId } from './workflow-ids.ts';
import { SchedulerState } from './workflows.ts';

/** Carries the key that our services know each other by. */
export const internalKeyHeader = 'x-internal-service-key';

/** Every message between the services, by its type: who hears it, what it says, and the workflow that it is part of. */
export const eventTypes = {
  'order.placed': { producer: 'shop', consumer: 'crm', payload: OrderPlaced, workflow: 'checkout' },
  'order.cancelled': { producer: 'crm', consumer: 'shop', payload: OrderCancelled, workflow: 'order-history' },
  'payment.received': { producer: 'crm', consumer: 'shop', payload: PaymentReceived, workflow: 'checkout' },
} as const;
export type EventType = keyof typeof eventTypes;

/** The workflow of a message, also of a type that this release does not know. */
export function workflowOfEvent(type: string): WorkflowId {
  return isEventType(type) ? eventTypes[type].workflow : 'other';
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventTypes, type);
}

/** One message. A repeat carries the same id and the same content; its W3C traceparent is that of the work it came from. */
export const Event = Type.Object({
  id: Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' }),
  type: Type.String({ minLength: 1, maxLength: 100, description: 'See /api/integrations/schema' }),
  created_at: Instant,
  payload: Type.Unknown({ description: 'An object, as its type says' }),
});
export type Event = Static<typeof Event>;

/** The same at both services. */
export const receiveEvent = guarded({
  method: 'POST',
  path: '/api/integrations/events',
  summary:
    'Takes a message of another service once: a repeat answers `duplicate` and changes nothing, other content under a known id is refused with 409',
  tag: 'Integration',
  access: 'internal',
  body: Event,
  responses: { 200: Type.Object({ status: Type.Enum(['applied', 'duplicate']) }) },
});

export const Enrichment = Type.Object({
  customer_id: Id,
  name: Type.String(),
  company: Nullable(Type.String()),
  industry: Nullable(Type.String()),
  segment: Type.Enum(['private', 'business', 'key_account']),
  revenue: Dollars,
  totals: CustomerTotals,
  invoices_open: Type.Integer(),
  customer_since: Instant,
});
export type Enrichment = Static<typeof Enrichment>;

export const getEnrichment = guarded({
  method: 'GET',
  path: '/api/integrations/customers/enrichment',
  summary: 'What the CRM knows of a customer, by e-mail or by id; may be half a minute old, 404 for an unknown one',
  tag: 'Integration',
  access: 'internal',
  querystring: Type.Object({ email: Type.Optional(Email), customer_id: Type.Optional(Id) }),
  responses: { 200: Enrichment },
});

/** What the shop tells of a customer to our other services. */
export const CustomerEnrichment = Type.Object({
  customer_id: Id,
  crm_profile: Enrichment,
  source: Type.Literal('enterprise-crm'),
  enriched: Type.Literal(true),
});
export type CustomerEnrichment = Static<typeof CustomerEnrichment>;

export const getCustomerEnrichment = guarded({
  method: 'GET',
  path: '/api/integrations/crm/customer-enrichment',
  summary: 'What the shop was told of a customer by the CRM; 404 for an unknown one, 503 while the CRM cannot be asked',
  tag: 'Integration',
  access: 'internal',
  querystring: Type.Object({ customer_id: Id }),
  responses: { 200: CustomerEnrichment },
});

/** How a service finds the workflow gateway. */
export const GatewayState = Type.Object({
  configured: Type.Boolean({ description: 'Whether the service was told where it is' }),
  reachable: Nullable(Type.Boolean({ description: 'null while it is not configured' })),
  latency_ms: Nullable(Type.Number({ description: 'Of the last answer, measured' })),
  breaker: Type.Object({
    state: Type.Enum(['closed', 'open', 'half_open'], { description: 'open: it failed too often and is left alone' }),
    failure_threshold: Type.Integer(),
    recovery_timeout_s: Type.Number({ description: 'Give or take half of it' }),
  }),
  checked_at: Nullable(Instant),
  scheduler: Nullable(SchedulerState),
});
export type GatewayState = Static<typeof GatewayState>;

export const getWorkflowGateway = guarded({
  method: 'GET',
  path: '/api/integrations/workflow-gateway',
  summary:
    'How the shop finds the workflow gateway, and what that says of its scheduler; a quarter of a minute old at most',
  tag: 'Integration',
  access: 'internal',
  responses: { 200: GatewayState },
});

export const getIntegrationSchema = guarded({
  method: 'GET',
  path: '/api/integrations/schema',
  summary: 'What this service sends to and takes from the others: an OpenAPI description made from the contracts',
  tag: 'Integration',
  access: 'internal',
  responses: { 200: Type.Object({}, { additionalProperties: true }) },
});

/** What our services serve each other. */
export const internalEndpoints = {
  shop: [receiveEvent, getCustomerEnrichment, getWorkflowGateway, getIntegrationSchema],
  crm: [receiveEvent, getEnrichment, getIntegrationSchema],
} as const;
