import {
  own,
  spanNames as platformSpanNames,
  telemetryNames as platformTelemetryNames,
  type SpanName,
  type TelemetryName,
} from '@octo/platform/telemetry/names.ts';

/** The CRM opens no span beside those of the platform. */
export const spanNames: readonly SpanName[] = platformSpanNames;

/** Every attribute and every field of a log line that the CRM writes, with those of the platform. */
export const telemetryNames: readonly TelemetryName[] = [
  ...platformTelemetryNames,
  own('octo.delivery.state', 'verb span', 'What became of a message: delivered, waiting, dead'),
  own('octo.order.id', 'verb span', 'Order that the verb was about'),
  own('octo.order.status', 'verb span', 'Status the order has now'),
];
