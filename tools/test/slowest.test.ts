import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slowestFiles } from './slowest.ts';

const took = new Map([
  ['quick.test.ts', 12],
  ['soak.test.ts', 61_234],
  ['pages.test.ts', 7_890],
]);

test('the files that took longest are named, the longest first', () => {
  assert.deepEqual(slowestFiles(took, 2), ['\nThe slowest:', '   61.2 s  soak.test.ts', '    7.9 s  pages.test.ts']);
});

test('of a few files none is', () => assert.deepEqual(slowestFiles(took, 3), []));
