import { businessMeanings as meanings, businessAttributes as names } from '@octo/contracts/telemetry/business.ts';
import { workflowMetrics } from '@octo/domains/metrics';
import type { Metric } from '@octo/platform/telemetry/metrics/definition.ts';
import { platformEvents } from '@octo/platform/telemetry/names/events.ts';
import { metricNames as platformMetricNames } from '@octo/platform/telemetry/names/metrics.ts';
import {
  bounded,
  type EventName,
  free,
  numberOf,
  own,
  type SpanName,
  type TelemetryName,
  wholeById,
} from '@octo/platform/telemetry/names/name.ts';
import { spanNames as platformSpanNames } from '@octo/platform/telemetry/names/spans.ts';
import { telemetryNames as platformTelemetryNames } from '@octo/platform/telemetry/names.ts';

/** Every span that the gateway opens, with those of the platform. */
export const spanNames: readonly SpanName[] = [
  ...platformSpanNames,
  {
    name: 'scheduled sweep',
    on: 'work span',
    kind: 'INTERNAL',
    pattern: /^scheduled sweep$/,
    meaning: 'The gateway runs its queries and asks every component how it is; the root of its own trace',
  },
];

/** Every attribute and every field of a log line that the gateway writes, with those of the platform. */
export const telemetryNames: readonly TelemetryName[] = [
  ...platformTelemetryNames,
  own(names.namedQuery, ['verb span', 'metric'], meanings[names.namedQuery], bounded),
  own(names.workflowStatus, ['verb span', 'metric'], meanings[names.workflowStatus]),
  own('run_id', 'log line', 'Sweep that the line is about', wholeById),
  own('run_status', 'log line', 'How the sweep ended: success, error'),
  own('summary', 'log line', 'What the sweep found, in words', free),
  own('rows', 'log line', 'How many rows of old records were deleted', numberOf('{row}')),
  own('records', 'log line', 'How many records were written down once the database was back', numberOf('{record}')),
  own('records_lost', 'log line', 'How many never will be', numberOf('{record}')),
];

/** Every metric that is counted there, with those of the platform. */
export const metricNames: readonly Metric[] = [...platformMetricNames, ...workflowMetrics];

/** Every event that the gateway tells of by itself. */
export const eventNames: readonly EventName[] = [...platformEvents];
