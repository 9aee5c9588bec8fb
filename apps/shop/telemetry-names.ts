import {
  own,
  spanNames as platformSpanNames,
  telemetryNames as platformTelemetryNames,
  type SpanName,
  type TelemetryName,
} from '@octo/platform/telemetry/names.ts';

/** Every span that the shop opens, with those of the platform. */
export const spanNames: readonly SpanName[] = [
  ...platformSpanNames,
  {
    name: 'sweep pending order',
    on: 'work span',
    kind: 'INTERNAL',
    pattern: /^sweep pending order$/,
    meaning: 'The service finishes a checkout that was interrupted; the root of its own trace',
  },
];

/** Every attribute and every field of a log line that the shop writes, with those of the platform. */
export const telemetryNames: readonly TelemetryName[] = [
  ...platformTelemetryNames,
  own('octo.order.id', 'verb span', 'Order that the verb was about'),
  own('octo.order.status', 'verb span', 'Status the order has now'),
  own('octo.payment.result', 'verb span', 'What the payment rail said'),
  own('order_id', 'log line', 'Order the line is about'),
  own('order_status', 'log line', 'Status the order has now'),
];
