import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backOffMs } from './back-off.ts';

const longest: [tries: number, ms: number][] = [
  [1, 250],
  [2, 500],
  [3, 1000],
  [6, 8000],
  [7, 10_000],
  [8, 10_000],
  [5000, 10_000],
];

for (const [tries, ms] of longest) {
  test(`after ${tries} tries in vain the next comes within ${ms} ms`, () => {
    assert.equal(backOffMs(tries, { random: () => 1 }), ms);
    assert.equal(backOffMs(tries, { random: () => 0.5 }), ms / 2);
    assert.equal(backOffMs(tries, { random: () => 0 }), 0);
  });
}

test('the cap may be lower', () => {
  assert.equal(backOffMs(3, { capMs: 2000, random: () => 1 }), 1000);
  assert.equal(backOffMs(30, { capMs: 2000, random: () => 1 }), 2000);
});

test('those who failed together come again at different times', () => {
  assert.ok(new Set(Array.from({ length: 50 }, () => backOffMs(5))).size > 10);
});
