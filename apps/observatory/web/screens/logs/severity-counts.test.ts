import assert from 'node:assert/strict';
import { test } from 'node:test';
import { severityCounts } from './severity-counts.ts';

test('each severity counts what is worse as well', () => {
  const values = [
    { value: 'INFO', lines: 90 },
    { value: 'FATAL', lines: 1 },
    { value: 'WARN', lines: 5 },
    { value: 'OTHER', lines: 7 },
  ];
  assert.deepEqual(severityCounts({ values, others: 0 }).values, [
    { value: 'WARN', lines: 6 },
    { value: 'INFO', lines: 96 },
  ]);
});
