import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { type DefinedQuery, faultsOfQueries, findQueries } from './defined-queries.ts';

function query(domain: string, exportName: string, queryName = `${domain}.${exportName}`): DefinedQuery {
  return { domain, exportName, queryName };
}

const cases: { name: string; queries: DefinedQuery[]; ran: string[]; faults: string[] }[] = [
  {
    name: 'queries that were run under their names are fine, whatever else was run',
    queries: [query('cart', 'selectLines'), query('orders', 'selectLines')],
    ran: ['cart.selectLines', 'orders.selectLines', 'things.tested'],
    faults: [],
  },
  {
    name: 'a query that no test has run is named',
    queries: [query('cart', 'selectLines'), query('cart', 'deleteLine')],
    ran: ['cart.selectLines'],
    faults: ['no test has run the query cart.deleteLine'],
  },
  {
    name: 'a query that does not carry its own name is named',
    queries: [query('cart', 'deleteLine', 'cart.dropLine')],
    ran: ['cart.dropLine'],
    faults: ['the query cart.deleteLine calls itself cart.dropLine'],
  },
  {
    name: 'two queries of one name are named once',
    queries: [query('cart', 'deleteLine'), query('cart', 'deleteLine')],
    ran: ['cart.deleteLine'],
    faults: ['two queries are called cart.deleteLine'],
  },
  { name: 'no query at all is a fault', queries: [], ran: [], faults: ['no query of a domain was found'] },
];

for (const { name, queries, ran, faults } of cases) {
  test(name, () => assert.deepEqual(faultsOfQueries(queries, new Set(ran)), faults));
}

test('the queries of every domain are found, also in its inner folders', async () => {
  const queries = await findQueries(join(import.meta.dirname, '../..'));
  const names = queries.map(({ domain, exportName }) => `${domain}.${exportName}`);
  assert.ok(names.includes('cart.selectCartLines') && names.includes('payments.insertCharge'));
  assert.ok(queries.every(({ queryName }) => !queryName.includes('undefined')));
});
