import { type Static, Type } from 'typebox';
import { guarded } from '../endpoint.ts';
import { DatabaseHealth, Peer, SecurityHealth, ShopView, viewParts, wholeView } from '../observability.ts';
import { Dollars, Instant, Nullable } from '../scalars.ts';
import { SyncQueue } from './sync.ts';

// The CRM as it sees itself, and the shop with it. While the database is away nobody is let in.

export const AppHealth = Type.Object({
  entities: Type.Object({
    customers: Type.Integer(),
    orders: Type.Integer(),
    products: Type.Integer(),
    invoices: Type.Integer(),
    tickets: Type.Integer(),
    users: Type.Integer({ description: 'Accounts that can sign in, staff and buyers' }),
    active_sessions: Type.Integer(),
  }),
  activity: Type.Object({
    orders_24h: Type.Integer(),
    page_views_24h: Type.Integer(),
    open_tickets: Type.Integer(),
    total_revenue: Dollars,
  }),
});
export type AppHealth = Static<typeof AppHealth>;

export const OrderSyncHealth = Type.Object({
  enabled: Type.Boolean({ description: 'Whether the CRM was told where the shop is' }),
  queues: Type.Array(SyncQueue),
  last_day: Type.Object({
    delivered: Type.Integer(),
    given_up: Type.Integer(),
    success_rate_pct: Nullable(Type.Number({ description: 'null when nothing was to be delivered' })),
  }),
  last_delivered_at: Nullable(Instant),
  orders: Type.Object({
    waiting: Type.Integer({ description: 'Placed, and accepted by nobody yet' }),
    on_hold: Type.Integer({ description: 'Looked suspicious, or wait for their transfer' }),
  }),
});
export type OrderSyncHealth = Static<typeof OrderSyncHealth>;

export const CrmView = Type.Object({
  ...wholeView,
  app_health: AppHealth,
  order_sync: OrderSyncHealth,
  shop: Type.Object({
    status: Type.Enum(['answered', 'away', 'not_configured']),
    view: Nullable(ShopView),
  }),
});
export type CrmView = Static<typeof CrmView>;

const ofTheCrm = { method: 'GET', tag: 'Observability', access: 'observability.read' } as const;

export const getCrmView = guarded({
  ...ofTheCrm,
  path: '/api/observability/360',
  summary: 'CRM and shop as they see themselves: pillars, database, neighbours, order sync; a few seconds old at most',
  responses: { 200: CrmView },
});

export const getAppHealth = guarded({
  ...ofTheCrm,
  path: '/api/observability/360/app-health',
  summary: 'What the CRM works with, and how the last day went; totals may be half a minute old',
  responses: { 200: Type.Object({ ...viewParts, app_health: AppHealth }) },
});

export const getDatabaseHealth = guarded({
  ...ofTheCrm,
  path: '/api/observability/360/db-health',
  summary: 'How the CRM stands with its database',
  responses: { 200: Type.Object({ ...viewParts, db_health: DatabaseHealth }) },
});

export const getSyncHealth = guarded({
  ...ofTheCrm,
  path: '/api/observability/360/sync-health',
  summary: 'How well orders travel between the services',
  responses: { 200: Type.Object({ ...viewParts, order_sync: OrderSyncHealth }) },
});

export const getIntegrationHealth = guarded({
  ...ofTheCrm,
  path: '/api/observability/360/integration-health',
  summary: 'Which of the other services are there and ready',
  responses: { 200: Type.Object({ ...viewParts, integration_health: Type.Array(Peer) }) },
});

export const getSecurityHealth = guarded({
  ...ofTheCrm,
  path: '/api/observability/360/security',
  summary: 'What was written down and what was tried, and what the firewall said of this request',
  responses: { 200: Type.Object({ ...viewParts, security: SecurityHealth }) },
});
