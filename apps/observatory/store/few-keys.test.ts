import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fewKeys } from './few-keys.ts';

test('who was not heard of for long makes room, and what comes late makes nobody look silent', () => {
  const keys = fewKeys(2, 120);
  const admitted = [
    keys.admit('a', 1000),
    keys.admit('b', 1000),
    keys.admit('a', 100),
    keys.admit('b', 1001),
    keys.admit('c', 1100),
    keys.admit('a', 1101),
    keys.admit('c', 1121),
    keys.admit('b', 1122),
  ];
  assert.deepEqual(admitted, [true, true, true, true, false, true, true, false]);
});
