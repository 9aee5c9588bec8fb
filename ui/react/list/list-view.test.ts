import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readView, shownColumns, usualView, withColumn } from './list-view.ts';

const columns = [{ key: 'number' }, { key: 'customer' }, { key: 'total' }];

test('columns can be left out and come back, but for the one that names the row', () => {
  const without = withColumn(withColumn(usualView, 'customer', false), 'number', false);
  assert.deepEqual(shownColumns(columns, without), [{ key: 'number' }, { key: 'total' }]);
  assert.deepEqual(shownColumns(columns, withColumn(without, 'customer', true)), columns);
  assert.deepEqual(withColumn(without, 'customer', false).hidden.length, 2);
});

test('a view is kept as it was', () => {
  const view = { hidden: ['total'], isDense: true };
  assert.deepEqual(readView(JSON.stringify(view)), view);
});

for (const kept of [undefined, '', 'null', '7', '{}', '{"hidden":"total"}', '{"hidden":', '[]'])
  test(`${kept} is no view`, () => assert.deepEqual(readView(kept), usualView));

test('of half a view the sound half counts', () => {
  assert.deepEqual(readView('{"hidden":["total",7],"isDense":"yes"}'), { hidden: ['total'], isDense: false });
});
