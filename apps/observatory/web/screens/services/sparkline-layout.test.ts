import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOutSpark, sparkWords } from './sparkline-layout.ts';

const steps = [
  { requests: 0, errors: 0 },
  { requests: 100, errors: 1 },
  { requests: 50, errors: 50 },
];

test('bars are as high as their requests and stand on one ground', () => {
  const [none, all, half] = layOutSpark(steps, 120, 28);
  assert.deepEqual([none?.height, all?.height, half?.height], [0, 28, 14]);
  for (const bar of [none, all, half]) assert.equal((bar?.y ?? 0) + (bar?.height ?? 0), 28);
});

test('one error among many is still to be seen, and errors never stand higher than requests', () => {
  const [, few, all] = layOutSpark(steps, 120, 28);
  assert.equal(few?.errorHeight, 2);
  assert.equal(all?.errorHeight, all?.height);
});

test('a quiet time is a ground without bars', () => {
  assert.ok(layOutSpark([{ requests: 0, errors: 0 }], 120, 28).every(({ height }) => height === 0));
  assert.deepEqual(layOutSpark([], 120, 28), []);
  assert.equal(sparkWords([]), 'No requests');
});

test('the bars can be told in words', () => {
  assert.equal(sparkWords(steps), '3 steps, at most 100 requests in one, errors in 2');
});
