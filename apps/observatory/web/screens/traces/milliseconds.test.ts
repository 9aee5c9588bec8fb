import assert from 'node:assert/strict';
import { test } from 'node:test';
import { milliseconds } from './milliseconds.ts';

for (const [text, expected] of [
  ['250', 250],
  [' 0.5 ', 0.5],
  ['120 ms', 120],
  ['0', 0],
  ['', undefined],
  [undefined, undefined],
  ['fast', undefined],
  ['-1', undefined],
  ['1e12', undefined],
] as const)
  test(`${text} means ${expected}`, () => assert.equal(milliseconds(text), expected));
