import { counter, gauge, type Metric, upDownCounter } from '../../metrics/definition.ts';
import { attributeNames as names } from '../attributes.ts';

const attributes = [names.signal, names.receiver] as const;
const records = { unit: '{record}', attributes } as const;

export const recordsSent = counter('octo.telemetry.sent', {
  ...records,
  meaning: 'Spans, log lines and metric points that a receiver took',
});
export const recordsDropped = counter('octo.telemetry.dropped', {
  ...records,
  meaning: 'Those that were given up: no room, or a receiver that is away or refuses them',
});
export const recordsWaiting = upDownCounter('octo.telemetry.waiting', {
  ...records,
  meaning: 'Those that are still to go to a receiver',
});
export const lastSuccess = gauge('octo.telemetry.last_success', {
  unit: 's',
  meaning: 'When a receiver last took something, in seconds since 1970; absent while it never did',
  attributes,
});

export const receiverMetrics: readonly Metric[] = [recordsSent, recordsDropped, recordsWaiting, lastSuccess];
