import { businessMeanings as meanings, businessAttributes as names } from '@octo/contracts/telemetry/business.ts';
import { messageTampering, passwordGuessing } from '@octo/contracts/telemetry/security.ts';
import { messagingMetrics, operationsMetrics } from '@octo/domains/metrics';
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

/** The CRM opens no span beside those of the platform. */
export const spanNames: readonly SpanName[] = [...platformSpanNames, ...messagingSpanNames];

/** Every attribute and every field of a log line that the CRM writes, with those of the platform. */
export const telemetryNames: readonly TelemetryName[] = [
  ...platformTelemetryNames,
  ...messagingNames,
  ...faultNames,
  own(names.deliveryState, ['verb span', 'metric'], meanings[names.deliveryState]),
  own(names.orderId, 'verb span', meanings[names.orderId], wholeById),
  own(names.orderStatus, 'verb span', meanings[names.orderStatus]),
  own(attributeNames.outcome, 'metric', 'Code of the refusal', bounded),
  own(names.consumer, 'metric', meanings[names.consumer]),
];

/** Every metric that is counted there, with those of the platform. */
export const metricNames: readonly Metric[] = [...platformMetricNames, ...operationsMetrics, ...messagingMetrics];

/** Every event that the CRM tells of by itself. */
export const eventNames: readonly EventName[] = [...platformEvents, ...faultEvents, passwordGuessing, messageTampering];
