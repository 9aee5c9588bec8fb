import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeScale } from './time-scale.ts';

function near(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
}

test('time runs evenly from the first start to the last end', () => {
  const { at, totalMs, breaks } = timeScale([
    [0, 40],
    [10, 100],
  ]);
  assert.deepEqual([totalMs, breaks.length], [100, 0]);
  for (const ms of [0, 25, 100]) near(at(ms), ms / 100);
});

test('a wait that is longer than the work is cut short and says how long it was', () => {
  const { at, breaks } = timeScale([
    [0, 40],
    [500, 560],
  ]);
  assert.deepEqual(
    breaks.map(({ gapMs }) => gapMs),
    [460],
  );
  near(at(0), 0);
  near(at(40), 0.94 * 0.4);
  near(at(500), 0.94 * 0.4 + 0.06);
  near(at(560), 1);
  assert.ok(at(100) > at(40) && at(100) < at(500));
});

test('a wait that is shorter than the work is drawn as long as it was', () => {
  const { breaks, at } = timeScale([
    [0, 40],
    [70, 100],
  ]);
  assert.equal(breaks.length, 0);
  near(at(70), 0.7);
});

test('a very short one is drawn too, however little was done', () => {
  const { breaks } = timeScale([
    [0, 0.2],
    [4, 4.1],
  ]);
  assert.equal(breaks.length, 0);
});

test('of many waits the longest are cut', () => {
  const { breaks, at } = timeScale([0, 100, 300, 600, 1000, 1500, 2100].map((from) => [from, from + 1] as const));
  assert.deepEqual(
    breaks.map(({ gapMs }) => gapMs),
    [299, 399, 499, 599],
  );
  near(at(2101), 1);
});

test('marks are round, in order, and few', () => {
  for (const totalMs of [0.7, 12, 340, 9_000]) {
    const { ticks } = timeScale([[0, totalMs]]);
    assert.ok(ticks.length >= 3 && ticks.length <= 8, `${ticks.length} for ${totalMs} ms`);
    assert.deepEqual(
      ticks.map(({ at }) => at),
      ticks.map(({ at }) => at).sort((a, b) => a - b),
    );
    assert.equal(ticks[0]?.ms, 0);
  }
});

for (const [what, intervals] of [
  ['nothing', []],
  ['a span without length', [[0, 0]]],
] as const)
  test(`${what} has a place at the start`, () => {
    const { at, ticks } = timeScale(intervals);
    assert.equal(at(0), 0);
    assert.deepEqual(ticks, []);
  });
