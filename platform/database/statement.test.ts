import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompiledQuery } from 'kysely';
import { describeStatement, isPrepared } from './statement.ts';

const spans: { text: string; spanName: string }[] = [
  { text: 'select id from orders where id = $1 for update', spanName: 'SELECT orders' },
  { text: 'insert into cart_items (id) values ($1)', spanName: 'INSERT cart_items' },
  { text: 'update payments set status = $1 where id in (select id from orders)', spanName: 'UPDATE payments' },
  { text: 'delete from cart_items where id = $1', spanName: 'DELETE cart_items' },
  { text: 'select id, (select sum(quantity) from stock_levels) as stock from products', spanName: 'SELECT products' },
  {
    text: 'select * from (select id, (select max(quantity) from stock_levels) as stock from products) as p',
    spanName: 'SELECT products',
  },
  { text: "select nextval('business_ids') as first_id", spanName: 'SELECT' },
  { text: '  Select 1', spanName: 'SELECT' },
  { text: '', spanName: 'SQL' },
];

for (const { text, spanName } of spans) {
  test(`calls ${JSON.stringify(text)} "${spanName}"`, () => {
    assert.equal(describeStatement(CompiledQuery.raw(text)).spanName, spanName);
  });
}

test('tells the statement, its table, its name and its SQL id, and no value that was bound', () => {
  const query = { ...CompiledQuery.raw('select * from dual', ['secret']), queryName: 'tests.dual', isPrepared: true };
  const { attributes, sqlId } = describeStatement(query);
  assert.deepEqual(attributes, {
    'db.operation.name': 'SELECT',
    'db.collection.name': 'dual',
    'db.query.text': 'select * from dual',
    'octo.query': 'tests.dual',
    'octo.sql_id': 'a5ks9fhw2v9s1',
  });
  assert.equal(sqlId, 'a5ks9fhw2v9s1');
});

test('only a prepared query of ours is named in the session', () => {
  const plain = CompiledQuery.raw('select 1');
  assert.equal(isPrepared(plain), false);
  assert.equal(isPrepared(Object.assign({}, plain, { queryName: 'a.b', isPrepared: false })), false);
  assert.equal(isPrepared(Object.assign({}, plain, { queryName: 'a.b', isPrepared: true })), true);
});
