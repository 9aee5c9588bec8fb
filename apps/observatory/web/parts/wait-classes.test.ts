import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activitySeries, waitTitle } from './wait-classes.ts';

const steps = [
  { at: '2026-11-02T12:00:00.000Z', samples: 10, byWaitClass: { CPU: 0.5 } },
  { at: '2026-11-02T12:00:10.000Z', samples: 0, byWaitClass: {} },
  { at: '2026-11-02T12:00:20.000Z', samples: 10, byWaitClass: { CPU: 1, Lock: 2 } },
];

test('each wait class that occurred is a series; nothing waited is a zero, and nobody looked is a gap', () => {
  const series = activitySeries(steps);
  assert.deepEqual(
    series.map(({ key, points }) => [key, ...points.map(({ value }) => value)]),
    [
      ['CPU', 0.5, null, 1],
      ['Lock', 0, null, 2],
    ],
  );
});

test('a wait class has words, and one that is not known keeps its name', () => {
  assert.equal(waitTitle('Lock'), 'Locks');
  assert.equal(waitTitle('Elsewhere'), 'Elsewhere');
});
