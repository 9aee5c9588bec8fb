import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedTraces, instantMs } from './asked-traces.ts';

const nowMs = 1_795_317_600_000;

function given(values: Parameters<typeof askedTraces>[0]) {
  return Object.fromEntries(Object.entries(askedTraces(values, nowMs)).filter(([, value]) => value !== undefined));
}

test('a window ends now, unless a part of the time was chosen', () => {
  assert.deepEqual(given({ minutes: '15' }), { fromUnixNano: `${nowMs - 900_000}000000` });
  assert.deepEqual(given({ minutes: '15', from: `${nowMs - 5000}`, to: `${nowMs}` }), {
    fromUnixNano: `${nowMs - 5000}000000`,
    toUnixNano: `${nowMs}000000`,
  });
});

test('durations of spans and of whole traces are told apart', () => {
  assert.deepEqual(given({ min: '5 ms', trace_max: '900' }), { minDurationMs: 5, maxTraceMs: 900 });
});

test('what says nothing asks for nothing', () => {
  assert.deepEqual(given({ min: 'fast', status: 'purple', minutes: '7', from: 'noon' }), {});
  assert.equal(instantMs('12'), undefined);
});
