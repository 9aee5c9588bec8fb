import assert from 'node:assert/strict';
import { test } from 'node:test';
import { obstacleIn } from './start.ts';

test('a port taken in the meantime asks for another port', () => {
  assert.equal(obstacleIn(['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use']), 'port');
});

test('processes of a killed server ask for patience', () => {
  assert.equal(obstacleIn(['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use']), 'predecessor');
});

test('anything else is an error', () => {
  assert.equal(obstacleIn(['FATAL:  database files are incompatible with server']), undefined);
});
