import { businessAttributes, businessMetrics } from '@octo/contracts/telemetry/business.ts';
import type { DurationLevel } from '../store/rates/duration-levels.ts';
import type { RequestKind } from '../store/rates/request-kind.ts';
import { crm, gateway, shop } from '../watched-services.ts';
import type { Slo } from './slo.ts';

const windowDays = 28;
const available = 0.995;
const quick = 0.95;
const pagesMs = 800;
const readsMs = 400;

interface Workflow {
  readonly id: string;
  readonly title: string;
  readonly service: string;
  readonly workflow: string;
  readonly latency: { readonly what: string; readonly kinds: readonly RequestKind[]; readonly withinMs: DurationLevel };
}

const pages = { what: 'pages', kinds: ['page'], withinMs: pagesMs } as const;
const reads = { what: 'API reads', kinds: ['read'], withinMs: readsMs } as const;

/** The journeys that people come for. */
const workflows: readonly Workflow[] = [
  { id: 'shop-browse', title: 'Browse the catalogue', service: shop, workflow: 'browse-catalog', latency: pages },
  { id: 'shop-cart', title: 'Add to cart', service: shop, workflow: 'add-to-cart', latency: withWrites(pages) },
  { id: 'shop-checkout', title: 'Checkout', service: shop, workflow: 'checkout', latency: withWrites(pages) },
  { id: 'shop-orders', title: 'Order history', service: shop, workflow: 'order-history', latency: pages },
  { id: 'crm-orders', title: 'Orders in the CRM', service: crm, workflow: 'order-history', latency: reads },
  { id: 'crm-analytics', title: 'Administration', service: crm, workflow: 'admin-analytics', latency: reads },
  { id: 'gateway-query-lab', title: 'Query lab', service: gateway, workflow: 'query-lab', latency: reads },
];

function withWrites({ withinMs }: typeof pages): Workflow['latency'] {
  return { what: 'pages and what is done on them', kinds: ['page', 'write'], withinMs };
}

const crmSync: readonly Slo[] = [
  {
    id: 'crm-sync-availability',
    title: 'Orders reach the CRM: attempts',
    workflow: 'crm-sync',
    service: shop,
    measures: 'availability',
    objective: available,
    promise: 'of attempts to deliver a message arrive',
    windowDays,
    source: {
      kind: 'counter',
      service: shop,
      metric: businessMetrics.messagesSettled,
      attribute: businessAttributes.deliveryState,
      bad: ['waiting', 'dead'],
    },
  },
  {
    id: 'crm-sync-latency',
    title: 'Orders reach the CRM: time',
    workflow: 'crm-sync',
    service: crm,
    measures: 'latency',
    objective: quick,
    promise: 'of orders are in the CRM within 60 s of their checkout',
    windowDays,
    source: { kind: 'distribution', service: crm, metric: businessMetrics.acceptanceDelay, within: 60 },
  },
];

/** Every objective, as data. */
export const slos: readonly Slo[] = [...workflows.flatMap((one) => [availabilityOf(one), latencyOf(one)]), ...crmSync];

function availabilityOf({ id, title, service, workflow }: Workflow): Slo {
  return {
    id: `${id}-availability`,
    title: `${title}: availability`,
    workflow,
    service,
    measures: 'availability',
    objective: available,
    promise: 'of requests do not fail; a decline is no failure',
    windowDays,
    source: { kind: 'requests', service, workflow },
  };
}

function latencyOf({ id, title, service, workflow, latency }: Workflow): Slo {
  const { what, kinds, withinMs } = latency;
  return {
    id: `${id}-latency`,
    title: `${title}: latency`,
    workflow,
    service,
    measures: 'latency',
    objective: quick,
    promise: `of ${what} are answered within ${withinMs} ms`,
    windowDays,
    source: { kind: 'requests', service, workflow, kinds, withinMs },
  };
}
