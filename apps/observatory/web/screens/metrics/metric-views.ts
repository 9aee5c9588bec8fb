import { anyValue } from '@octo/contracts/observatory-metric-kinds.ts';
import type { ChartQuery } from './metric-address.ts';

export interface MetricView {
  readonly id: string;
  readonly title: string;
  /** What it answers. */
  readonly meaning: string;
  readonly charts: readonly (ChartQuery & { readonly title: string })[];
}

const requests = 'http.server.request.duration';
const byService = ['service'];

/** Ready-made questions, each a handful of charts. Any of them can be opened and changed. */
export const metricViews: readonly MetricView[] = [
  {
    id: 'requests',
    title: 'Requests',
    meaning: 'How much each service is asked, how often it fails, and how long it takes.',
    charts: [
      { title: 'Requests', metric: requests, by: 'rate', group: byService },
      {
        title: 'Failed requests',
        metric: requests,
        by: 'rate',
        group: byService,
        // It stands at those alone that were answered with 5xx.
        where: [['error.type', anyValue]],
      },
      { title: 'Duration, p95', metric: requests, by: 'p95', group: byService },
      { title: 'Requests under way', metric: 'http.server.active_requests', by: 'max', group: byService },
    ],
  },
  {
    id: 'database',
    title: 'Database pool',
    meaning: 'Whether sessions with the database are enough, and how long statements take.',
    charts: [
      {
        title: 'Sessions',
        metric: 'db.client.connection.count',
        by: 'sum',
        group: ['service', 'db.client.connection.state'],
      },
      { title: 'Wait for a session, p95', metric: 'db.client.connection.wait_time', by: 'p95', group: byService },
      { title: 'Statements', metric: 'db.client.operation.duration', by: 'rate', group: byService },
      {
        title: 'Duration of statements, p95',
        metric: 'db.client.operation.duration',
        by: 'p95',
        group: ['db.collection.name'],
      },
    ],
  },
  {
    id: 'runtime',
    title: 'Node runtime',
    meaning: 'Processor, memory and event loop of each process.',
    charts: [
      { title: 'Processor time', metric: 'process.cpu.time', by: 'rate', group: byService },
      { title: 'Memory', metric: 'process.memory.usage', by: 'sum', group: byService },
      { title: 'Event loop delay, p99', metric: 'nodejs.eventloop.delay.p99', by: 'max', group: byService },
      { title: 'Event loop in use', metric: 'nodejs.eventloop.utilization', by: 'average', group: byService },
    ],
  },
  {
    id: 'business',
    title: 'Business',
    meaning: 'Orders, revenue and carts as the shop counts them, and how soon the CRM accepts.',
    charts: [
      { title: 'Orders', metric: 'octo.orders.placed', by: 'sum' },
      { title: 'Revenue', metric: 'octo.orders.value', by: 'sum' },
      { title: 'Put into carts', metric: 'octo.cart.additions', by: 'sum' },
      { title: 'Acceptance by the CRM, p95', metric: 'octo.orders.acceptance_delay', by: 'p95' },
    ],
  },
  {
    id: 'telemetry',
    title: 'Telemetry',
    meaning: 'What is sent, what is dropped on the way, and what the observatory takes in.',
    charts: [
      {
        title: 'Sent by the services',
        metric: 'octo.telemetry.sent',
        by: 'rate',
        group: ['service', 'octo.telemetry.signal'],
      },
      {
        title: 'Dropped by the services',
        metric: 'octo.telemetry.dropped',
        by: 'sum',
        group: ['service', 'octo.telemetry.signal'],
      },
      {
        title: 'Taken in here',
        metric: 'octo.observatory.records.taken',
        by: 'rate',
        group: ['octo.telemetry.signal'],
      },
      { title: 'Size of the store', metric: 'octo.observatory.store.size', by: 'last' },
    ],
  },
];
