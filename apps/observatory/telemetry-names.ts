import { dropReason, observatoryMetrics as metrics } from '@octo/contracts/telemetry/observatory.ts';
import { counter, gauge, type Metric } from '@octo/platform/telemetry/metrics/definition.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { own, type TelemetryName } from '@octo/platform/telemetry/names/name.ts';

const bySignal = { unit: '{record}', attributes: [attributeNames.signal] } as const;

export const recordsTaken = counter(metrics.recordsTaken, {
  ...bySignal,
  meaning: 'Spans, log records and metric points that were taken in',
});
export const recordsRefused = counter(metrics.recordsRefused, {
  ...bySignal,
  meaning: 'Spans, log records and metric points that were left out, such as spans of the future',
});
export const recordsLost = counter(metrics.recordsLost, {
  unit: '{record}',
  attributes: [],
  meaning:
    'Taken in and not kept all the same: more came in than could be written, their trace was full, or the store could not be written',
});
export const spansDropped = counter(metrics.spansDropped, {
  unit: '{span}',
  attributes: [dropReason],
  meaning: 'Spans that are not kept, or no longer; rates count them all',
});
export const recordsCut = counter(metrics.partsCut, {
  unit: '{part}',
  attributes: [],
  meaning: 'Attributes, events, links and texts that were cut to the limits of what is kept',
});
export const pointsLeftOut = counter(metrics.pointsLeftOut, {
  unit: '{point}',
  attributes: [],
  meaning: 'Points of metrics that were taken in and have no history: of more series than are kept, or no numbers',
});
export const storeSize = gauge(metrics.storeSize, {
  unit: 'By',
  attributes: [],
  meaning: 'Size of the files of the store',
});

export const samplesTaken = counter(metrics.samplesTaken, {
  unit: '{sample}',
  attributes: [],
  meaning: 'Seconds in which was looked at what the watched database does; nothing without one',
});
export const samplesMissed = counter(metrics.samplesMissed, {
  unit: '{sample}',
  attributes: [],
  meaning: 'Seconds in which the watched database was not looked at: it was away, or slow to answer',
});
export const minutesKept = gauge(metrics.minutesKept, {
  unit: '{minute}',
  attributes: [],
  meaning: 'Minutes that are kept with figures of statements of the watched database',
});
export const insightSize = gauge(metrics.insightSize, {
  unit: 'By',
  attributes: [],
  meaning: 'Size of the files of what is kept of the watched database',
});

/** What the observatory counts of itself on /metrics. It has no spans, and its log lines have the names of the platform. */
export const metricNames: readonly Metric[] = [
  recordsTaken,
  recordsRefused,
  recordsLost,
  spansDropped,
  recordsCut,
  pointsLeftOut,
  storeSize,
  samplesTaken,
  samplesMissed,
  minutesKept,
  insightSize,
];

/** What tells the series of those apart, beside the names of the platform. */
export const telemetryNames: readonly TelemetryName[] = [
  own(
    dropReason,
    'metric',
    'Why the observatory does not keep a span: `pressure`, `trace_full`, `failed`, `room` or `age`',
  ),
];
