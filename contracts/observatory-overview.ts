import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { AlarmSummary } from './observatory-alarms.ts';
import { ServiceSummary } from './observatory-services.ts';
import { SloStatus } from './observatory-slos.ts';
import { Instant, Nullable } from './scalars.ts';

const { service, requests, requestsPerMinute, errors, errorRate, p95Ms, minutes, lastSeenUnixNano } =
  ServiceSummary.properties;

export const OverviewService = Type.Object({
  service,
  requests,
  requestsPerMinute,
  errors,
  errorRate,
  p95Ms,
  minutes,
  lastSeenUnixNano,
  state: Type.Enum(['ok', 'burning', 'missed', 'silent', 'no_data'], { description: 'The worst of its objectives' }),
});
export type OverviewService = Static<typeof OverviewService>;

const Money = Type.Number({ description: 'Decimal USD' });

/** What the services count of the business; null where they have counted nothing yet. */
export const OverviewBusiness = Type.Object({
  orders: Nullable(Type.Integer()),
  revenue: Nullable(Money),
  failedOrders: Nullable(Type.Integer({ description: 'Orders that were begun and not placed' })),
  lostRevenue: Nullable(Type.Number({ description: 'What those would have been worth, in decimal USD' })),
  declinedCheckouts: Nullable(Type.Integer({ description: 'Checkouts that a rule refused, such as a declined card' })),
  steps: Type.Array(
    Type.Object({
      at: Instant,
      orders: Nullable(Type.Number()),
      revenue: Nullable(Money),
      failed: Nullable(Type.Number()),
    }),
    { description: 'The window in equal steps, oldest first' },
  ),
});
export type OverviewBusiness = Static<typeof OverviewBusiness>;

export const OverviewCost = Type.Object({
  cpuShare: Nullable(Type.Number({ description: 'Of one processor, over the last ten seconds' })),
  memoryBytes: Type.Integer(),
  spansPerSecond: Nullable(Type.Number()),
  refused: Type.Integer({ description: 'Records since the start that were not taken' }),
  lost: Type.Integer({ description: 'Records since the start that were taken and not kept' }),
  storeBytes: Type.Integer(),
  storeLimitBytes: Type.Integer(),
  steps: Type.Array(
    Type.Object({ at: Instant, cpuShare: Type.Number(), memoryBytes: Type.Integer(), spansPerSecond: Type.Number() }),
    { description: 'The last hour at most, since the start' },
  ),
});
export type OverviewCost = Static<typeof OverviewCost>;

export const OverviewPages = Type.Array(Type.Object({ app: Type.String(), origin: Type.String() }), {
  description: 'Where the pages are opened that may tell of visits',
});
export type OverviewPages = Static<typeof OverviewPages>;

export const getOverview = endpoint({
  method: 'GET',
  path: '/api/overview',
  summary: 'How everything is: alarms that fire, services, objectives, the business, and what observing costs',
  tag: 'Overview',
  querystring: Type.Object({ minutes: Type.Optional(Type.Integer({ minimum: 15, maximum: 1440 })) }),
  responses: {
    200: Type.Object({
      windowMinutes: Type.Integer(),
      firing: Type.Array(AlarmSummary),
      pending: Type.Integer(),
      alarms: Type.Integer(),
      services: Type.Array(OverviewService),
      slos: Type.Array(SloStatus),
      business: OverviewBusiness,
      cost: OverviewCost,
      pages: OverviewPages,
    }),
  },
});
