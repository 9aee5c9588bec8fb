import type { AlarmRule } from '../alarm-rule.ts';
import { browserRules } from './browser-rules.ts';
import { burnRules } from './burn-rules.ts';
import { databaseRules } from './database-rules.ts';
import { messagingRules } from './messaging-rules.ts';
import { securityRules } from './security-rules.ts';
import { silenceRules } from './silence-rules.ts';
import { telemetryRules } from './telemetry-rules.ts';

/** Every alarm that there is, as data. */
export const allRules: readonly AlarmRule[] = [
  ...silenceRules,
  ...burnRules,
  ...databaseRules,
  ...messagingRules,
  ...securityRules,
  ...browserRules,
  ...telemetryRules,
];
