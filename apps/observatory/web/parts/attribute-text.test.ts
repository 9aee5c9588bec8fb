import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeText, searchText } from './attribute-text.ts';

test('values are shown as they are, lists as JSON', () => {
  assert.deepEqual([17, true, 'a b', ['x', 1], null].map(attributeText), ['17', 'true', 'a b', '["x",1]', 'null']);
});

test('single values can be searched by, long ones and lists cannot', () => {
  assert.equal(searchText('octo.order.id', 17), 'octo.order.id=17');
  for (const value of ['', ['x'], null, 'x'.repeat(300)]) assert.equal(searchText('name', value), undefined);
});
