import { messagingMetrics, operationsMetrics } from '@octo/domains/metrics';
import type { Metric } from '@octo/platform/telemetry/metrics/definition.ts';
import { messagingNames, messagingSpanNames } from '@octo/platform/telemetry/names/messaging.ts';
import { metricNames as platformMetricNames } from '@octo/platform/telemetry/names/metrics.ts';
import { own, type SpanName, type TelemetryName } from '@octo/platform/telemetry/names/name.ts';
import { spanNames as platformSpanNames } from '@octo/platform/telemetry/names/spans.ts';
import { telemetryNames as platformTelemetryNames } from '@octo/platform/telemetry/names.ts';

/** The CRM opens no span beside those of the platform. */
export const spanNames: readonly SpanName[] = [...platformSpanNames, ...messagingSpanNames];

/** Every attribute and every field of a log line that the CRM writes, with those of the platform. */
export const telemetryNames: readonly TelemetryName[] = [
  ...platformTelemetryNames,
  ...messagingNames,
  own('octo.delivery.state', ['verb span', 'metric'], 'What became of a message: delivered, waiting, dead'),
  own('octo.order.id', 'verb span', 'Order that the verb was about'),
  own('octo.order.status', 'verb span', 'Status the order has now'),
  own('octo.outcome', 'metric', 'Code of the refusal'),
  own('octo.consumer', 'metric', 'Service that a message is for'),
];

/** Every metric that is counted there, with those of the platform. */
export const metricNames: readonly Metric[] = [...platformMetricNames, ...operationsMetrics, ...messagingMetrics];
