import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionOf, nextSort, sortOptions } from './column.ts';

const total = { sort: { up: 'total', down: 'total_desc' }, align: 'end' as const };
const placed = { sort: { up: 'oldest', down: 'newest' } };

function sortingBy(value: string | undefined) {
  return { value, fallback: 'newest', onChange: () => undefined };
}

test('a column says how it is sorted, also when nobody asked', () => {
  assert.equal(directionOf(total.sort, sortingBy('total')), 'ascending');
  assert.equal(directionOf(total.sort, sortingBy('total_desc')), 'descending');
  assert.equal(directionOf(total.sort, sortingBy(undefined)), 'none');
  assert.equal(directionOf(placed.sort, sortingBy(undefined)), 'descending');
});

for (const [what, column, current, expected] of [
  ['numbers come from the top first', total, undefined, 'total_desc'],
  ['a second click turns them round', total, 'total_desc', 'total'],
  ['a third one back', total, 'total', 'total_desc'],
  ['words come from A first', { sort: { up: 'name', down: 'name_desc' } }, undefined, 'name'],
  ['the usual order is turned round', placed, undefined, 'oldest'],
  ['and needs no word in the address', placed, 'oldest', undefined],
  ['a column that sorts one way stays at it', { sort: { up: 'name' } }, 'name', 'name'],
] as const)
  test(what, () => assert.equal(nextSort(column, sortingBy(current)), expected));

test('a phone offers every order by name', () => {
  const columns = [
    { title: 'Order' },
    { title: 'Total', ...total },
    { title: 'Name', sort: { up: 'name' } },
    { title: 'Placed', sort: { ...placed.sort, words: { up: 'Oldest first', down: 'Newest first' } } },
  ];
  assert.deepEqual(
    sortOptions(columns).map(({ value, label }) => `${value}: ${label}`),
    [
      'total_desc: Total, highest first',
      'total: Total, lowest first',
      'name: Name, A to Z',
      'newest: Newest first',
      'oldest: Oldest first',
    ],
  );
});
