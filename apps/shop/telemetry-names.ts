import { businessMeanings as meanings, businessAttributes as names } from '@octo/contracts/telemetry/business.ts';
import { messageTampering } from '@octo/contracts/telemetry/security.ts';
import { messagingMetrics, sellingMetrics } from '@octo/domains/metrics';
import type { Metric } from '@octo/platform/telemetry/metrics/definition.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { platformEvents } from '@octo/platform/telemetry/names/events.ts';
import { faultEvents, faultNames } from '@octo/platform/telemetry/names/faults.ts';
import { messagingNames, messagingSpanNames } from '@octo/platform/telemetry/names/messaging.ts';
import { metricNames as platformMetricNames } from '@octo/platform/telemetry/names/metrics.ts';
import {
  bounded,
  type EventName,
  own,
  type SpanName,
  type TelemetryName,
  wholeById,
} from '@octo/platform/telemetry/names/name.ts';
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
  ...faultNames,
  own(names.deliveryState, ['verb span', 'metric'], meanings[names.deliveryState]),
  own(names.customerIndustry, 'work span', meanings[names.customerIndustry], bounded),
  own(names.customerSegment, 'work span', meanings[names.customerSegment]),
  own(names.orderId, ['verb span', 'work span'], meanings[names.orderId], wholeById),
  own(names.orderStatus, 'verb span', meanings[names.orderStatus]),
  own(names.paymentResult, 'verb span', meanings[names.paymentResult]),
  own('customer_segment', 'log line', 'Segment of whoever placed the order; unknown while the CRM cannot be asked'),
  own('order_id', 'log line', 'Order the line is about', wholeById),
  own('order_status', 'log line', 'Status the order has now'),
  own(names.paymentMethod, 'metric', meanings[names.paymentMethod]),
  own(attributeNames.outcome, 'metric', 'Code of the refusal', bounded),
  own(names.consumer, 'metric', meanings[names.consumer]),
];

/** Every metric that is counted there, with those of the platform. */
export const metricNames: readonly Metric[] = [...platformMetricNames, ...sellingMetrics, ...messagingMetrics];

/** Every event that the shop tells of by itself. */
export const eventNames: readonly EventName[] = [...platformEvents, ...faultEvents, messageTampering];
