import { counter, gauge, type Metric } from '@octo/platform/telemetry/metrics/definition.ts';

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
  meaning: 'Taken in and not kept all the same: their trace was full, or the store could not be written',
});
export const recordsCut = counter('octo.observatory.parts.cut', {
  unit: '{part}',
  attributes: [],
  meaning: 'Attributes, events, links and texts that were cut to the limits of what is kept',
});
export const storeSize = gauge('octo.observatory.store.size', {
  unit: 'By',
  attributes: [],
  meaning: 'Size of the files of the store',
});

/** What the observatory counts of itself on /metrics. It has no spans, and its log lines have the names of the platform. */
export const metricNames: readonly Metric[] = [recordsTaken, recordsRefused, recordsLost, recordsCut, storeSize];
