import { anyValue } from '@octo/contracts/observatory-metric-kinds.ts';
import { businessMetrics } from '@octo/contracts/telemetry/business.ts';
import { observatoryMetrics } from '@octo/contracts/telemetry/observatory.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { connectionCount, connectionWait, operationDuration } from '@octo/platform/telemetry/names/metrics/database.ts';
import { activeRequests, serverDuration } from '@octo/platform/telemetry/names/metrics/http.ts';
import { recordsDropped, recordsSent } from '@octo/platform/telemetry/names/metrics/receivers.ts';
import { cpuTime, loopDelayP99, loopUtilization, memoryUsage } from '@octo/platform/telemetry/names/metrics/runtime.ts';
import type { ChartQuery } from './metric-address.ts';

export interface MetricView {
  readonly id: string;
  readonly title: string;
  /** What it answers. */
  readonly meaning: string;
  readonly charts: readonly (ChartQuery & { readonly title: string })[];
}

const requests = serverDuration.name;
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
        where: [[attributeNames.errorType, anyValue]],
      },
      { title: 'Duration, p95', metric: requests, by: 'p95', group: byService },
      { title: 'Requests under way', metric: activeRequests.name, by: 'max', group: byService },
    ],
  },
  {
    id: 'database',
    title: 'Database pool',
    meaning: 'Whether sessions with the database are enough, and how long statements take.',
    charts: [
      {
        title: 'Sessions',
        metric: connectionCount.name,
        by: 'sum',
        group: ['service', attributeNames.connectionState],
      },
      { title: 'Wait for a session, p95', metric: connectionWait.name, by: 'p95', group: byService },
      { title: 'Statements', metric: operationDuration.name, by: 'rate', group: byService },
      {
        title: 'Duration of statements, p95',
        metric: operationDuration.name,
        by: 'p95',
        group: [attributeNames.table],
      },
    ],
  },
  {
    id: 'runtime',
    title: 'Node runtime',
    meaning: 'Processor, memory and event loop of each process.',
    charts: [
      { title: 'Processor time', metric: cpuTime.name, by: 'rate', group: byService },
      { title: 'Memory', metric: memoryUsage.name, by: 'sum', group: byService },
      { title: 'Event loop delay, p99', metric: loopDelayP99.name, by: 'max', group: byService },
      { title: 'Event loop in use', metric: loopUtilization.name, by: 'average', group: byService },
    ],
  },
  {
    id: 'business',
    title: 'Business',
    meaning: 'Orders, revenue and carts as the shop counts them, and how soon the CRM accepts.',
    charts: [
      { title: 'Orders', metric: businessMetrics.ordersPlaced, by: 'sum' },
      { title: 'Revenue', metric: businessMetrics.orderValue, by: 'sum' },
      { title: 'Put into carts', metric: businessMetrics.cartAdditions, by: 'sum' },
      { title: 'Acceptance by the CRM, p95', metric: businessMetrics.acceptanceDelay, by: 'p95' },
    ],
  },
  {
    id: 'telemetry',
    title: 'Telemetry',
    meaning: 'What is sent, what is dropped on the way, and what the observatory takes in.',
    charts: [
      {
        title: 'Sent by the services',
        metric: recordsSent.name,
        by: 'rate',
        group: ['service', attributeNames.signal],
      },
      {
        title: 'Dropped by the services',
        metric: recordsDropped.name,
        by: 'sum',
        group: ['service', attributeNames.signal],
      },
      {
        title: 'Taken in here',
        metric: observatoryMetrics.recordsTaken,
        by: 'rate',
        group: [attributeNames.signal],
      },
      { title: 'Size of the store', metric: observatoryMetrics.storeSize, by: 'last' },
    ],
  },
];
