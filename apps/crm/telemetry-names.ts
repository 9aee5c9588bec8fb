import {
  own,
  spanNames as platformSpanNames,
  telemetryNames as platformTelemetryNames,
  type SpanName,
  type TelemetryName,
} from '@octo/platform/telemetry/names.ts';

/** Every span that the CRM opens, with those of the platform. */
export const spanNames: readonly SpanName[] = [
  ...platformSpanNames,
  {
    name: 'deliver {event_type}',
    on: 'work span',
    kind: 'INTERNAL',
    pattern: /^deliver [a-z]+(\.[a-z_]+)+$/,
    meaning: 'A message goes to another service; in the trace of the work that it tells of',
  },
];

/** Every attribute and every field of a log line that the CRM writes, with those of the platform. */
export const telemetryNames: readonly TelemetryName[] = [
  ...platformTelemetryNames,
  own('octo.delivery.state', 'verb span', 'What became of a message: delivered, waiting, dead'),
  own('octo.order.id', 'verb span', 'Order that the verb was about'),
  own('octo.order.status', 'verb span', 'Status the order has now'),
];
