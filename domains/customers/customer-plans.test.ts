import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type BigShop, openBigShop } from '../testing/big-shop.ts';
import { type CustomerPage, selectCustomerByEmail, selectCustomers } from './queries.ts';

let shop: BigShop;
before(async () => {
  shop = await openBigShop(0);
});
after(() => shop[Symbol.asyncDispose]());

const byName: CustomerPage = { search: undefined, sort: 'name', after: undefined, offset: 0, limit: 51 };

/** Each page of 20,000 customers, with the index that it must be read by. */
const pages: Record<string, { page: CustomerPage; index: string }> = {
  'the first by name': { page: byName, index: 'customers_name_ix' },
  'the next by name': { page: { ...byName, after: { value: 'Buyer 4711', id: 4711 } }, index: 'customers_name_ix' },
  'the newest': { page: { ...byName, sort: 'newest' }, index: 'customers_created_at_id_ix' },
  'the largest': { page: { ...byName, sort: 'revenue_desc' }, index: 'customers_revenue_ix' },
  'those found by e-mail': { page: { ...byName, search: 'uyer4711@EXAMPLE' }, index: 'customers_search_ix' },
  'those found by company': { page: { ...byName, search: 'company 4710' }, index: 'customers_search_ix' },
};

for (const [name, { page, index }] of Object.entries(pages)) {
  test(`a page of ${name} is read by ${index}, never row by row`, async () => {
    const steps = await shop.planOf(selectCustomers, page);
    assert.ok(
      steps.some((step) => step.index === index),
      JSON.stringify(steps),
    );
    assert.ok(!steps.some(({ kind }) => kind === 'Seq Scan'));
  });
}

test('a customer is found by e-mail without looking at the others', async () => {
  const steps = await shop.planOf(selectCustomerByEmail, { email: 'BUYER4711@example.com' });
  assert.ok(steps.some(({ index }) => index === 'customers_email_uq'));
});
