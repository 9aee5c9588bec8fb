import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Metric } from '../../telemetry/metrics/definition.ts';
import type { MetricsReading } from '../../telemetry/metrics/meter-provider.ts';
import { spansMissing } from '../../telemetry/names/metrics/database.ts';
import { lastSuccess, recordsDropped, recordsSent, recordsWaiting } from '../../telemetry/names/metrics/receivers.ts';
import { databaseState } from './database.ts';
import { signalState } from './signals.ts';

const nowMs = Date.parse('2026-01-02T03:04:05Z');

interface Fate {
  receiver?: string;
  sent?: number;
  dropped?: number;
  waiting?: number;
  silentMs?: number;
}

function reading(values: readonly (readonly [Metric, number, object])[]): MetricsReading {
  const metrics = values.map(([{ name }, value, attributes]) => {
    return {
      name,
      unit: '1',
      description: '',
      type: 'gauge' as const,
      points: [{ attributes: { ...attributes }, value }],
    };
  });
  return { resource: {}, startedAtMs: nowMs, readAtMs: nowMs, metrics };
}

function stateOf({ receiver = 'otlp', sent = 0, dropped = 0, waiting = 0, silentMs }: Fate) {
  const of = { 'octo.telemetry.signal': 'traces', 'octo.telemetry.receiver': receiver };
  const told: [Metric, number, object][] = [
    [recordsSent, sent, of],
    [recordsDropped, dropped, of],
    [recordsWaiting, waiting, of],
  ];
  if (silentMs !== undefined) told.push([lastSuccess, (nowMs - silentMs) / 1000, of]);
  return signalState(reading(told), 'traces');
}

const cases: [what: string, fate: Fate, state: string][] = [
  ['nothing was sent yet', {}, 'waiting'],
  ['the receiver took something a moment ago', { sent: 5, silentMs: 10 }, 'working'],
  ['it was silent for long, and nothing waits for it', { sent: 5, silentMs: 600_000 }, 'working'],
  ['it was silent for long, and something waits for it', { sent: 5, waiting: 3, silentMs: 61_000 }, 'failing'],
  ['it never took anything, and something was lost', { dropped: 9 }, 'failing'],
];
for (const [what, fate, state] of cases)
  test(`a signal is ${state} when ${what}`, () => assert.equal(stateOf(fate).state, state));

test('a signal that nobody is sent is not configured', () => {
  for (const nothing of [undefined, reading([])])
    assert.deepEqual(signalState(nothing, 'traces'), { configured: false, state: 'off', receivers: [] });
  assert.equal(stateOf({}).configured, true);
});

test('what a receiver took, and when it last did, is told as it was counted', () => {
  assert.deepEqual(stateOf({ receiver: 'oci_apm', sent: 7, dropped: 1, waiting: 2, silentMs: 5000 }).receivers, [
    { receiver: 'oci_apm', sent: 7, dropped: 1, waiting: 2, last_success_at: '2026-01-02T03:04:00.000Z' },
  ]);
});

test('a database that does not answer is told of, and so is what the check of its spans found', async () => {
  const away = await databaseState({
    target: 'oracle',
    ask: () => Promise.reject(new Error('gone')),
    reading: reading([[spansMissing, 1, {}]]),
  });
  assert.deepEqual([away.status, away.latency_ms, away.session_tagging], ['disconnected', null, 'session']);
  assert.equal(away.sql_id_enrichment, 'missing');
  const there = await databaseState({
    target: 'postgresql',
    ask: async () => 1,
    reading: reading([[spansMissing, 0, {}]]),
  });
  assert.deepEqual([there.status, there.sql_id_enrichment], ['connected', 'working']);
  assert.equal(
    (await databaseState({ target: 'postgresql', ask: async () => 1, reading: undefined })).sql_id_enrichment,
    'unchecked',
  );
});
