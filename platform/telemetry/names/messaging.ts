import { attributeNames as names } from './attributes.ts';
import { byId, numberOf, own, proposed, type SpanName, type TelemetryName } from './name.ts';

/** The spans of who sends messages to another service. */
export const messagingSpanNames: readonly SpanName[] = [
  {
    name: 'deliver {event_type}',
    on: 'work span',
    kind: 'INTERNAL',
    pattern: /^deliver [a-z]+(\.[a-z_]+)+$/,
    meaning: 'A message goes to another service; in the trace of the work that it tells of',
  },
];

export function deliverySpanName(eventType: string): string {
  return `deliver ${eventType}`;
}

/** What they write on those and on log lines. */
export const messagingNames: readonly TelemetryName[] = [
  proposed(names.messageId, 'work span', 'Message that is delivered to another service', byId),
  own('consumer', 'log line', 'Service that a message is for'),
  own('event_id', 'log line', 'Message that the line is about', byId),
  own('event_type', 'log line', 'What the message tells, e.g. `order.placed`'),
  own('messages', 'log line', 'How many messages', numberOf('{message}')),
];
