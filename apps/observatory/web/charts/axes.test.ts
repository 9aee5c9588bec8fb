import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentWords, timeTicks, valueTicks } from './axes.ts';

const labels = (ticks: readonly { label: string }[]) => ticks.map(({ label }) => label);

test('values stand on round lines that begin at zero and end above the highest', () => {
  assert.deepEqual(labels(valueTicks(3, 87, 'ms', 180)), ['0', '25 ms', '50 ms', '75 ms', '100 ms']);
  assert.deepEqual(labels(valueTicks(0, 0.3, 's', 132)), ['0', '100 ms', '200 ms', '300 ms']);
});

test('minutes are round where time is measured', () => {
  assert.deepEqual(labels(valueTicks(0, 200, 's', 132)), ['0', '2 min', '4 min']);
});

test('there is no half of what is counted', () => {
  assert.deepEqual(labels(valueTicks(0, 1, 'count', 300)), ['0', '1']);
  assert.deepEqual(labels(valueTicks(0, 3, 'count', 300)), ['0', '1', '2', '3']);
  assert.deepEqual(labels(valueTicks(0, 7, 'count', 150)), ['0', '5', '10']);
});

test('nothing but zero still has an axis, and what falls below zero is on it', () => {
  assert.deepEqual(labels(valueTicks(0, 0, 'count', 90)), ['0', '1']);
  assert.deepEqual(labels(valueTicks(-10, 10, 'none', 90)), ['-10', '0', '10']);
});

test('moments stand as far apart as their names need', () => {
  const from = new Date(2026, 10, 22, 9, 0).getTime();
  assert.deepEqual(labels(timeTicks(from, from + 15 * 60_000, 360)), ['09:00', '09:05', '09:10', '09:15']);
  assert.deepEqual(labels(timeTicks(from, from + 60_000, 360)), [
    '09:00:00',
    '09:00:15',
    '09:00:30',
    '09:00:45',
    '09:01:00',
  ]);
});

test('no name of a moment runs into the next, whatever the width', () => {
  const from = new Date(2026, 10, 22, 9, 0, 20).getTime();
  for (const minutes of [1, 10, 60, 360, 1440, 10_080])
    for (let width = 260; width < 1200; width += 20) {
      const ticks = timeTicks(from, from + minutes * 60_000, width);
      const gaps = ticks.slice(1).map(({ at }, index) => ((at - (ticks[index]?.at ?? 0)) / (minutes * 60_000)) * width);
      assert.ok(gaps.length === 0 || Math.min(...gaps) >= 54, `${minutes} min in ${width} px: ${labels(ticks)}`);
    }
});

test('a moment is read out with its day where there is more than one', () => {
  const at = new Date(2026, 10, 22, 9, 0).getTime();
  assert.equal(momentWords(at, at - 60_000, at), '09:00:00');
  assert.equal(momentWords(at, at - 3 * 86_400_000, at), 'Nov 22, 09:00');
});
