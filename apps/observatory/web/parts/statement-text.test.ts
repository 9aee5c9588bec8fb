import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortStatement, statementTitle } from './statement-text.ts';

for (const [text, title] of [
  ['select o.id from orders o where o.id = $1', 'SELECT orders'],
  ['insert into "cart_items" (id) values ($1)', 'INSERT cart_items'],
  ['update stock_levels set quantity = $1', 'UPDATE stock_levels'],
  ['with x as (select 1 from carts) select * from y', 'WITH y'],
  ['select * from (select id, (select 1 from stock) from products) as p', 'SELECT products'],
  ['commit', 'COMMIT'],
  ['vacuum', 'Statement'],
] as const)
  test(`${text} is called ${title}`, () => assert.equal(statementTitle(text), title));

test('a long statement is cut in one line', () => {
  assert.equal(shortStatement(' select 1\n  from x '), 'select 1 from x');
  const cut = shortStatement(`select ${'a, '.repeat(200)}`);
  assert.ok(cut.length <= 160 && cut.endsWith('…'));
});
