import { counter, gauge, type Metric } from '@octo/platform/telemetry/metrics/definition.ts';
import { own, type TelemetryName } from '@octo/platform/telemetry/names/name.ts';

const bySignal = { unit: '{record}', attributes: ['octo.telemetry.signal'] } as const;

export const recordsTaken = counter('octo.observatory.records.taken', {
  ...bySignal,
  meaning: 'Spans, log records and metric points that were taken in',
});
export const recordsRefused = counter('octo.observatory.records.refused', {
  ...bySignal,
  meaning: 'Spans, log records and metric points that were left out, such as spans of the future',
});
export const recordsLost = counter('octo.observatory.records.lost', {
  unit: '{record}',
  attributes: [],
  meaning:
    'Taken in and not kept all the same: more came in than could be written, their trace was full, or the store could not be written',
});
export const spansDropped = counter('octo.observatory.spans.dropped', {
  unit: '{span}',
  attributes: ['octo.observatory.drop_reason'],
  meaning: 'Spans that are not kept, or no longer; rates count them all',
});
export const recordsCut = counter('octo.observatory.parts.cut', {
  unit: '{part}',
  attributes: [],
  meaning: 'Attributes, events, links and texts that were cut to the limits of what is kept',
});
export const pointsLeftOut = counter('octo.observatory.points.left_out', {
  unit: '{point}',
  attributes: [],
  meaning: 'Points of metrics that were taken in and have no history: of more series than are kept, or no numbers',
});
export const storeSize = gauge('octo.observatory.store.size', {
  unit: 'By',
  attributes: [],
  meaning: 'Size of the files of the store',
});

export const samplesTaken = counter('octo.observatory.database.samples.taken', {
  unit: '{sample}',
  attributes: [],
  meaning: 'Seconds in which was looked at what the watched database does; nothing without one',
});
export const samplesMissed = counter('octo.observatory.database.samples.missed', {
  unit: '{sample}',
  attributes: [],
  meaning: 'Seconds in which the watched database was not looked at: it was away, or slow to answer',
});
export const minutesKept = gauge('octo.observatory.database.minutes', {
  unit: '{minute}',
  attributes: [],
  meaning: 'Minutes that are kept with figures of statements of the watched database',
});
export const insightSize = gauge('octo.observatory.database.size', {
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
    'octo.observatory.drop_reason',
    'metric',
    'Why the observatory does not keep a span: `pressure`, `trace_full`, `failed`, `room` or `age`',
  ),
];
