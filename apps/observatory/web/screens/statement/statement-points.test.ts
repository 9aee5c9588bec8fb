import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pointsOf, windowOfSteps } from './statement-points.ts';

const minuteMs = 60_000;
const at = (minute: number) => new Date(minute * minuteMs).toISOString();

test('a minute in which it did not run is a zero, and one of which nobody knows is a gap', () => {
  const steps = [{ at: at(1), calls: 4, elapsedMs: 8, rows: 2 }];
  const window = { from: 0, to: 4 * minuteMs, stepMs: minuteMs, gaps: [{ from: at(2), to: at(3) }] };
  const values = (read: Parameters<typeof pointsOf>[2]) => pointsOf(steps, window, read).map(({ value }) => value);
  assert.deepEqual(
    values((step) => step?.calls ?? 0),
    [0, 4, null, 0],
  );
  assert.deepEqual(
    values((step) => (step ? step.elapsedMs / step.calls : null)),
    [null, 2, null, null],
  );
});

test('a window ends with the last step that is over', () => {
  assert.deepEqual(windowOfSteps(2, 1, 10.5 * minuteMs), { from: 8 * minuteMs, to: 10 * minuteMs });
  assert.deepEqual(windowOfSteps(90, 60, 130 * minuteMs), { from: 0, to: 120 * minuteMs });
});
