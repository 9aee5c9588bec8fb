import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type BigShop, newestOrderAt, openBigShop, seldom } from '../../testing/big-shop.ts';
import { type OrderFilter, type OrderPage, selectCustomerTotals, selectOrders } from './queries.ts';

let shop: BigShop;
before(async () => {
  shop = await openBigShop();
});
after(() => shop[Symbol.asyncDispose]());

const anyOrder: OrderFilter = { search: undefined, status: undefined, paymentStatus: undefined, customerId: undefined };
const newest: OrderPage = { filter: anyOrder, sort: 'newest', after: undefined, offset: 0, limit: 51 };

function filtered(filter: Partial<OrderFilter>): OrderPage {
  return { ...newest, filter: { ...anyOrder, ...filter } };
}

/** Each page of 100,000 orders, with the index that it must be read by. */
const pages: Record<string, { page: OrderPage; index: string }> = {
  'the newest': { page: newest, index: 'orders_created_at_id_ix' },
  'the oldest, further on': {
    page: { ...newest, sort: 'oldest', after: { value: newestOrderAt, id: 1 } },
    index: 'orders_created_at_id_ix',
  },
  'the dearest': { page: { ...newest, sort: 'total_desc' }, index: 'orders_total_id_ix' },
  'the cheapest, further on': {
    page: { ...newest, sort: 'total', after: { value: '500.00', id: 1 } },
    index: 'orders_total_id_ix',
  },
  'those of a status': { page: filtered({ status: 'placed' }), index: 'orders_status_created_at_ix' },
  'those of a customer': { page: filtered({ customerId: 4711 }), index: 'orders_customer_id_ix' },
  'those with an open payment': {
    page: filtered({ paymentStatus: 'pending' }),
    index: 'payments_status_created_at_ix',
  },
  'those found by e-mail': { page: filtered({ search: `uyer${seldom}@EXAMPLE` }), index: 'orders_search_ix' },
  'those found by number': { page: filtered({ search: `octo-${seldom}` }), index: 'orders_search_ix' },
  'those found by name': { page: filtered({ search: `yer ${seldom}` }), index: 'orders_search_ix' },
  'what is in nearly all of them': { page: filtered({ search: 'example' }), index: 'orders_created_at_id_ix' },
};

for (const [name, { page, index }] of Object.entries(pages)) {
  test(`a page of ${name} is read by ${index}, never row by row`, async () => {
    const steps = await shop.planOf(selectOrders, page);
    assert.ok(
      steps.some((step) => step.index === index),
      JSON.stringify(steps),
    );
    assert.deepEqual(
      steps.filter(({ kind }) => kind === 'Seq Scan'),
      [],
    );
  });
}

test('the totals of a customer are read by their orders alone', async () => {
  const steps = await shop.planOf(selectCustomerTotals, { customerId: 4711 });
  assert.ok(steps.some(({ index }) => index === 'orders_customer_id_ix'));
  assert.ok(!steps.some(({ kind }) => kind === 'Seq Scan'));
});
