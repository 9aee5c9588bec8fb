import { type Static, Type } from 'typebox';
import { guarded } from './endpoint.ts';
import { Dollars, Instant, Nullable } from './scalars.ts';

// How a service sees itself: the pillars of observing it, its database, its neighbours. The parts that shop and CRM have in common, and the shop's own.

export const Pillar = Type.Object({
  configured: Type.Boolean(),
  state: Type.Enum(['working', 'failing', 'waiting', 'off', 'unknown'], {
    description:
      'working: it takes what it is sent; waiting: nothing was sent yet; failing: it does not take it, or does not answer; off: not configured; unknown: cannot be seen from here',
  }),
  receivers: Type.Array(
    Type.Object({
      receiver: Type.String({ description: 'Who is sent it, e.g. otlp or oci_apm' }),
      sent: Type.Integer({ description: 'Since the process began' }),
      dropped: Type.Integer(),
      waiting: Type.Integer(),
      last_success_at: Nullable(Instant),
    }),
  ),
  console_url: Nullable(Type.String({ description: 'Where people look at it' })),
});
export type Pillar = Static<typeof Pillar>;

export const Pillars = Type.Object({
  apm: Pillar,
  logging: Pillar,
  metrics: Pillar,
  rum: Pillar,
  opsi: Pillar,
  db_management: Pillar,
  workflow_gateway: Pillar,
});
export type Pillars = Static<typeof Pillars>;

export const DatabaseHealth = Type.Object({
  status: Type.Enum(['connected', 'disconnected']),
  latency_ms: Nullable(Type.Number({ description: 'Of one small question, measured' })),
  target: Type.Enum(['postgresql', 'oracle']),
  pools: Type.Array(
    Type.Object({
      name: Type.String(),
      used: Type.Integer(),
      idle: Type.Integer(),
      max: Type.Integer(),
      waiting: Type.Integer({ description: 'Callers who wait for a session' }),
    }),
  ),
  session_tagging: Type.Enum(['session', 'application_name'], {
    description:
      'session: the database session carries service, action and trace; application_name: it carries the service, and the trace is joined by its process id',
  }),
  sql_id_enrichment: Type.Enum(['working', 'missing', 'unchecked'], {
    description: 'Whether statements make spans with their text and SQL_ID, by the check at the start',
  }),
});
export type DatabaseHealth = Static<typeof DatabaseHealth>;

export const Peer = Type.Object({
  name: Type.String(),
  configured: Type.Boolean(),
  status: Type.Enum(['healthy', 'not_ready', 'unreachable', 'not_configured']),
  latency_ms: Nullable(Type.Number()),
});
export type Peer = Static<typeof Peer>;

export const Circuit = Type.Object({ name: Type.String(), state: Type.Enum(['closed', 'open', 'half_open']) });

const Counted = Type.Object({ total: Type.Integer(), last_day: Type.Integer() });

export const SecurityHealth = Type.Object({
  audit: Nullable(
    Type.Object(Counted.properties, { description: 'null where the service may write it, and not read' }),
  ),
  security_events: Nullable(Counted),
  waf: Type.Object({
    headers: Type.Array(Type.String(), { description: 'By which the firewall in front tells of a request' }),
    score: Nullable(Type.String({ description: 'Of this very request' })),
    action: Nullable(Type.String()),
  }),
});
export type SecurityHealth = Static<typeof SecurityHealth>;

/** What every view of a service says of itself and of this very request. */
export const viewParts = {
  timestamp: Type.String({
    format: 'date-time',
    description: 'When this was answered; what it tells was seen a few seconds before that at most',
  }),
  correlation: Type.Object(
    {
      correlation_id: Type.String(),
      request_id: Type.String(),
      trace_id: Type.String(),
      span_id: Nullable(Type.String()),
      traceparent: Nullable(Type.String()),
    },
    { description: 'Of this very request' },
  ),
  service: Type.Object({
    name: Type.String(),
    namespace: Type.String(),
    version: Type.String(),
    git_sha: Type.String(),
    environment: Type.String(),
    runtime: Type.String(),
    uptime_seconds: Type.Integer(),
  }),
  query_time_ms: Type.Number({
    description: 'How long it took to answer; next to nothing when somebody had looked a moment before',
  }),
};

export const ShopAppHealth = Type.Object({
  storefront: Type.Object({ slug: Type.String(), status: Type.Enum(['active', 'maintenance', 'inactive']) }),
  entities: Type.Object({
    products: Type.Integer({ description: 'On sale in this storefront' }),
    units: Type.Integer({ description: 'Of them in stock' }),
    orders: Type.Integer(),
  }),
  activity: Type.Object({ orders_24h: Type.Integer(), total_revenue: Dollars }),
});

/** The parts that the whole view of every service has. */
export const wholeView = {
  ...viewParts,
  pillars: Pillars,
  db_health: DatabaseHealth,
  integration_health: Type.Array(Peer),
  security: SecurityHealth,
  circuit_breakers: Type.Array(Circuit),
};

export const ShopView = Type.Object({ ...wholeView, app_health: Nullable(ShopAppHealth) });
export type ShopView = Static<typeof ShopView>;

const ofTheShop = { method: 'GET', tag: 'Observability', access: 'internal' } as const;

export const getShopView = guarded({
  ...ofTheShop,
  path: '/api/observability/360',
  summary: 'The shop as it sees itself: pillars, database, neighbours; a few seconds old at most',
  responses: { 200: ShopView },
});

export const getShopAppHealth = guarded({
  ...ofTheShop,
  path: '/api/observability/360/app-health',
  summary: 'What the shop works with, and how the last day went; null while the database is away',
  responses: { 200: Type.Object({ ...viewParts, app_health: Nullable(ShopAppHealth) }) },
});

export const getShopDatabaseHealth = guarded({
  ...ofTheShop,
  path: '/api/observability/360/db-health',
  summary: 'How the shop stands with its database',
  responses: { 200: Type.Object({ ...viewParts, db_health: DatabaseHealth }) },
});

export const getShopSecurity = guarded({
  ...ofTheShop,
  path: '/api/observability/360/security',
  summary: 'What the shop can say of its security; what was written down is the CRM’s to count',
  responses: { 200: Type.Object({ ...viewParts, security: SecurityHealth }) },
});

/** All of the above, for whoever counts what the shop serves. */
export const shopViewEndpoints = [getShopView, getShopAppHealth, getShopDatabaseHealth, getShopSecurity] as const;
