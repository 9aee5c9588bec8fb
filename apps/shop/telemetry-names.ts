import { messagingMetrics, sellingMetrics } from '@octo/domains/metrics';
import type { Metric } from '@octo/platform/telemetry/metrics/definition.ts';
import { messagingNames, messagingSpanNames } from '@octo/platform/telemetry/names/messaging.ts';
import { metricNames as platformMetricNames } from '@octo/platform/telemetry/names/metrics.ts';
import { own, type SpanName, type TelemetryName } from '@octo/platform/telemetry/names/name.ts';
import { spanNames as platformSpanNames } from '@octo/platform/telemetry/names/spans.ts';
import { telemetryNames as platformTelemetryNames } from '@octo/platform/telemetry/names.ts';

/** Every span that the shop opens, with those of the platform. */
export const spanNames: readonly SpanName[] = [
  ...platformSpanNames,
  ...messagingSpanNames,
  {
    name: 'sweep pending order',
    on: 'work span',
    kind: 'INTERNAL',
    pattern: /^sweep pending order$/,
    meaning: 'The service finishes a checkout that was interrupted; the root of its own trace',
  },
  {
    name: 'enrich order',
    on: 'work span',
    kind: 'INTERNAL',
    pattern: /^enrich order$/,
    meaning: 'The shop notes who placed an order, after the buyer has their answer; in the trace of the order',
  },
];

/** Every attribute and every field of a log line that the shop writes, with those of the platform. */
export const telemetryNames: readonly TelemetryName[] = [
  ...platformTelemetryNames,
  ...messagingNames,
  own('octo.delivery.state', ['verb span', 'metric'], 'What became of a message: delivered, waiting, dead'),
  own('octo.customer.industry', 'work span', 'Industry of whoever placed the order, as the CRM knows it'),
  own('octo.customer.segment', 'work span', 'Segment of whoever placed the order: private, business, key_account'),
  own('octo.order.id', ['verb span', 'work span'], 'Order that the verb was about'),
  own('octo.order.status', 'verb span', 'Status the order has now'),
  own('octo.payment.result', 'verb span', 'What the payment rail said'),
  own('customer_segment', 'log line', 'Segment of whoever placed the order; unknown while the CRM cannot be asked'),
  own('order_id', 'log line', 'Order the line is about'),
  own('order_status', 'log line', 'Status the order has now'),
  own('octo.payment.method', 'metric', 'How it is paid: credit_card, bank_transfer'),
  own('octo.outcome', 'metric', 'Code of the refusal'),
  own('octo.consumer', 'metric', 'Service that a message is for'),
];

/** Every metric that is counted there, with those of the platform. */
export const metricNames: readonly Metric[] = [...platformMetricNames, ...sellingMetrics, ...messagingMetrics];
