import { attributeNames as names } from './attributes.ts';
import { eventNames } from './events.ts';
import { type EventName, ofFaults, type TelemetryName } from './name.ts';

/** What is written by apps in which something can be broken on purpose. */
export const faultNames: readonly TelemetryName[] = [
  ofFaults(
    names.faultId,
    ['server span', 'verb span', 'work span', 'SQL span', 'log line'],
    'Fault that somebody applied on purpose, and that touched it or is told of',
  ),
];

/** What those apps tell. */
export const faultEvents: readonly EventName[] = [
  {
    name: eventNames.faultApplied,
    meaning: 'A fault that somebody applied on purpose is in place in this process',
    attributes: [names.faultId],
  },
  { name: eventNames.faultCleared, meaning: 'It is no more, and nothing of it is left', attributes: [names.faultId] },
];
