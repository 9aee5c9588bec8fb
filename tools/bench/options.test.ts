import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from './options.ts';

const known = ['reads', 'growth'];

test('without anything all is measured and only printed', () => {
  assert.deepEqual(readOptions([], known), { parts: [], json: undefined, isWrittenDown: false });
});

test('parts and files are taken in any order', () => {
  const options = { parts: ['growth', 'reads'], json: 'a.json', isWrittenDown: true };
  assert.deepEqual(readOptions(['growth', '--json', 'a.json', 'reads', '--markdown'], known), options);
});

for (const args of [['writes'], ['--jsn', 'a'], ['--json']]) {
  test(`${args.join(' ')} is refused in words`, () => assert.throws(() => readOptions(args, known), Error));
}

test('who asks for a part that is not there is told which are', () => {
  assert.throws(() => readOptions(['writes'], known), /“writes”.*reads, growth/);
});
