import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockersOf } from './blocking-chains.ts';

const queue = new Map([
  ['c', ['b']],
  ['b', ['a']],
  ['e', ['d', 'b']],
]);

test('a chain is told from its nearest link to the one that holds up everybody', () => {
  assert.deepEqual(blockersOf('c', queue), ['b', 'a']);
  assert.deepEqual(blockersOf('e', queue), ['d', 'b', 'a']);
  assert.deepEqual(blockersOf('a', queue), []);
});

test('a deadlock that nobody has resolved yet ends, without the session itself', () => {
  const circle = new Map([
    ['a', ['b']],
    ['b', ['a']],
  ]);
  assert.deepEqual(blockersOf('a', circle), ['b']);
});

test('a very long queue is cut', () => {
  const queued = new Map(Array.from({ length: 100 }, (_, place) => [`${place}`, [`${place + 1}`]]));
  assert.equal(blockersOf('0', queued).length, 20);
});
