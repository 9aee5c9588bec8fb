import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Bar, layOutBars } from './bar-layout.ts';

const height = 184;

function barsOf(values: readonly number[], short = (value: number) => String(value)): Bar[] {
  return values.map((value, index) => ({
    key: String(index),
    label: `${index} AM`,
    value,
    short: short(value),
    exact: String(value),
  }));
}

const day = Array.from({ length: 24 }, (_, hour) => hour % 7);

test('bars share one ground and are as high as their values', () => {
  const [none, half, full] = layOutBars(barsOf([0, 5, 10]), 300, height);
  assert.deepEqual([none?.height, none?.isLabelled], [0, false]);
  assert.equal((half?.height ?? 0) * 2, full?.height);
  assert.equal((half?.y ?? 0) + (half?.height ?? 0), (full?.y ?? 0) + (full?.height ?? 0));
});

test('nothing sticks out, however wide the place is', () => {
  for (const width of [240, 340, 700, 1200])
    for (const { x, y, width: wide } of layOutBars(barsOf(day), width, height)) {
      assert.ok(x >= 0 && x + wide <= width);
      assert.ok(y >= 20, 'there is room for the number above');
    }
});

test('every value is written where all have room, else the largest alone', () => {
  const labelled = (width: number, short?: (value: number) => string) =>
    layOutBars(barsOf(day, short), width, height).filter(({ isLabelled }) => isLabelled);
  assert.equal(labelled(700).length, day.filter((value) => value > 0).length);
  assert.deepEqual(
    labelled(700, (value) => `$${value}.5K`).map(({ bar }) => bar.value),
    [6],
  );
});

test('the hour under way has its name, and names do not run into each other', () => {
  for (const width of [320, 700, 1200]) {
    const marked = layOutBars(barsOf(day), width, height).filter(({ isMarked }) => isMarked);
    assert.ok(marked.at(-1)?.isLast);
    const gaps = marked.slice(1).map(({ x }, index) => x - (marked[index]?.x ?? 0));
    assert.ok(Math.min(...gaps) >= 56);
  }
});

test('a day without a sale is a ground without bars', () => {
  const placed = layOutBars(barsOf([0, 0, 0]), 300, height);
  assert.ok(placed.every(({ height, isLabelled }) => height === 0 && !isLabelled));
  assert.deepEqual(layOutBars([], 300, height), []);
});
