import { attributeNames as names } from './attributes.ts';
import type { EventName } from './name.ts';

/** What a service tells of its statements, and of what is broken in it on purpose. */
export const eventNames = {
  statementRunning: 'database.statement_running',
  faultApplied: 'fault.applied',
  faultCleared: 'fault.cleared',
} as const;

/** Every event that the platform tells, for any app. */
export const platformEvents: readonly EventName[] = [
  {
    name: eventNames.statementRunning,
    meaning: 'A statement has been running for a second; told once, in its trace',
    attributes: [names.query, names.sqlId, names.backendPid, names.action, names.elapsedMs],
  },
];
