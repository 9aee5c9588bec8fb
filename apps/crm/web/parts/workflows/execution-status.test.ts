import assert from 'node:assert/strict';
import { test } from 'node:test';
import { executionStatus } from './execution-status.ts';

const cases = [
  ['success', false, 'Success', 'good'],
  ['error', false, 'Error', 'bad'],
  ['running', true, 'Running', 'info'],
  ['error', true, 'Failed as meant', 'quiet'],
  ['success', true, 'Should have failed', 'warn'],
] as const;

for (const [status, expected_failure, label, tone] of cases)
  test(`${status}${expected_failure ? ' of what should fail' : ''} is told as ${label}`, () =>
    assert.deepEqual(executionStatus({ status, expected_failure }), { label, tone }));
