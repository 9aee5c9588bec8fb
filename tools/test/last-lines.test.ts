import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failedTests, slowestFiles } from './last-lines.ts';

const took = new Map([
  ['quick.test.ts', 12],
  ['soak.test.ts', 61_234],
  ['pages.test.ts', 7_890],
]);

test('the files that took longest are named, the longest first', () => {
  assert.deepEqual(slowestFiles(took, 2), ['\nThe slowest:', '   61.2 s  soak.test.ts', '    7.9 s  pages.test.ts']);
});

test('of a few files none is', () => assert.deepEqual(slowestFiles(took, 3), []));

test('what failed is told once more, by its first lines, and nothing where nothing did', () => {
  const failure = `sum.test.ts: ${['adds (line 7)', 'Error: 1 is not 2', 'at a', 'at b', 'at c'].join('\n')}`;
  assert.deepEqual(failedTests([failure]), [
    '\nWhat failed:',
    '  ✗ sum.test.ts: adds (line 7)\nError: 1 is not 2\nat a\nat b',
  ]);
  assert.deepEqual(failedTests([]), []);
});
