import { databaseNames } from './names/database.ts';
import { logFieldNames } from './names/log-fields.ts';
import { metricAttributeNames } from './names/metric-attributes.ts';
import type { TelemetryName } from './names/name.ts';
import { requestNames } from './names/requests.ts';

/** Every attribute of a span, resource or metric, and every field of a log line, that the platform writes for any app. */
export const telemetryNames: readonly TelemetryName[] = [
  ...requestNames,
  ...databaseNames,
  ...metricAttributeNames,
  ...logFieldNames,
];
