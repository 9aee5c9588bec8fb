import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOver } from './steady-rows.ts';

const cases = [
  { name: 'nothing changed', shown: 'a1 b1', fresh: 'a1 b1', rows: 'a1 b1', newCount: 0, hasMoved: false },
  { name: 'a row says something else', shown: 'a1 b1', fresh: 'a2 b1', rows: 'a2 b1', newCount: 0, hasMoved: false },
  { name: 'more was loaded', shown: 'a1 b1', fresh: 'a1 b1 c1', rows: 'a1 b1 c1', newCount: 0, hasMoved: false },
  { name: 'nothing was shown yet', shown: '', fresh: 'a1 b1', rows: 'a1 b1', newCount: 0, hasMoved: false },
  { name: 'rows came in above', shown: 'a1 b1', fresh: 'd1 c1 a2 b1', rows: 'a2 b1', newCount: 2, hasMoved: true },
  { name: 'a row left', shown: 'a1 b1 c1', fresh: 'a1 c2', rows: 'a1 b1 c2', newCount: 0, hasMoved: true },
  { name: 'all rows left', shown: 'a1', fresh: '', rows: 'a1', newCount: 0, hasMoved: true },
  { name: 'rows changed places', shown: 'a1 b1', fresh: 'b1 a1', rows: 'a1 b1', newCount: 0, hasMoved: true },
  { name: 'one fell off the end', shown: 'a1 b1', fresh: 'c1 a1', rows: 'a1 b1', newCount: 1, hasMoved: true },
  {
    name: 'one came in above, and then more was loaded',
    shown: 'a1 b1',
    fresh: 'c1 a1 b1 d1',
    rows: 'a1 b1 d1',
    newCount: 1,
    hasMoved: true,
  },
  { name: 'everything is another', shown: 'a1', fresh: 'b1 c1', rows: 'a1', newCount: 2, hasMoved: true },
];

/** `a1` is the row a in its first version. */
function rowsOf(text: string) {
  return text.split(' ').filter((name) => name !== '');
}

for (const { name, shown, fresh, ...expected } of cases) {
  test(`when ${name}, rows stay where they are`, () => {
    const { rows, ...rest } = layOver(rowsOf(shown), rowsOf(fresh), (row) => row.charAt(0));
    assert.deepEqual({ rows: rows.join(' '), ...rest }, expected);
  });
}
