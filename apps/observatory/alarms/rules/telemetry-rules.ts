import { recordsDropped } from '@octo/platform/telemetry/names/metrics/receivers.ts';
import type { AlarmRule } from '../alarm-rule.ts';

const minuteMs = 60_000;

/** What is not seen cannot raise an alarm, so losing sight of it does. */
export const telemetryRules: readonly AlarmRule[] = [
  {
    id: 'telemetry.dropped',
    title: 'Services drop telemetry',
    severity: 'ticket',
    subject: 'telemetry',
    meaning: 'A service gave up spans or log lines: no room, or a receiver that was away or refused them.',
    advice: 'The log of the service says how many and why, once a minute.',
    runbook: 'telemetry-is-missing',
    page: `/metrics?metric=${recordsDropped.name}`,
    unit: 'count',
    noun: 'record',
    value: 'Spans and log lines given up within 5 min',
    condition: {
      kind: 'metric',
      question: { metric: recordsDropped.name, take: 'increase' },
      windowMs: 5 * minuteMs,
      above: 0,
    },
    forMs: 0,
  },
  {
    id: 'observatory.lost',
    title: 'The observatory loses records',
    severity: 'ticket',
    subject: 'observatory',
    meaning: 'Records were taken in and not kept: their trace was full, or the store could not be written.',
    advice: 'The status page says what could not be kept. Look at the room of the disk.',
    runbook: 'the-observatory-loses-records',
    page: '/status',
    unit: 'count',
    noun: 'record',
    value: 'Records lost within 5 min',
    condition: { kind: 'own', figure: 'lost', windowMs: 5 * minuteMs, above: 0 },
    forMs: 0,
  },
  {
    id: 'observatory.store_full',
    title: 'The store is full before its time',
    severity: 'notice',
    subject: 'observatory',
    meaning: 'Traces leave because of the room they take, before they have reached the age that they are kept for.',
    advice: 'Nothing breaks. For a longer memory give the store more room.',
    runbook: 'the-observatorys-store-is-full',
    page: '/status',
    unit: 'percent',
    value: 'Room of the store that is taken',
    condition: { kind: 'own', figure: 'store_share', windowMs: 0, above: 0.97 },
    forMs: 5 * minuteMs,
  },
];
