import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addCustomer, addPastOrder } from '../../testing/past-orders.ts';
import { refusal } from '../../testing/refusals.ts';
import { openSmallShop, type SmallShop } from '../../testing/small-shop.ts';
import { type ListOrdersInput, listOrders } from './list-orders.ts';
import type { OrderSort } from './order-sorts.ts';

const firstId = 501;
const orders = 23;
let shop: SmallShop;

/** Twos came in at the same instant, and many cost the same. */
before(async () => {
  shop = await openSmallShop();
  const { owner } = shop;
  await addCustomer(owner, { id: 1, name: 'Ada', email: 'ada@buyer.test' });
  await addCustomer(owner, { id: 2, name: 'Grace', email: 'grace@flight.test' });
  for (let n = 0; n < orders; n += 1) {
    await addPastOrder(owner, {
      id: firstId + n,
      customerId: n % 3 === 0 ? 2 : 1,
      customerName: n === 7 ? 'Per_cent 100% Ltd' : 'Ada Buyer',
      customerEmail: n % 3 === 0 ? 'Grace@flight.test' : 'ada@buyer.test',
      status: n % 5 === 0 ? 'on_hold' : 'delivered',
      paymentStatus: n % 5 === 0 ? 'pending' : 'paid',
      total: `${(n * 7) % 4}.50`,
      createdAt: new Date(Date.UTC(2026, 0, 1, 0, Math.floor(n / 2))),
    });
  }
});
after(() => shop[Symbol.asyncDispose]());

async function idsOf(input: ListOrdersInput): Promise<number[]> {
  return (await listOrders(shop.crm, input)).orders.map(({ id }) => id);
}

async function walk(input: ListOrdersInput): Promise<number[]> {
  const ids: number[] = [];
  let after: string | undefined;
  do {
    const page = await listOrders(shop.crm, { ...input, limit: 4, after });
    ids.push(...page.orders.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}

const sorts: Record<OrderSort, (n: number) => [number, number]> = {
  newest: (n) => [-Math.floor(n / 2), -n],
  oldest: (n) => [Math.floor(n / 2), n],
  total: (n) => [(n * 7) % 4, n],
  total_desc: (n) => [-((n * 7) % 4), -n],
};

for (const [sort, rank] of Object.entries(sorts) as [OrderSort, (n: number) => [number, number]][]) {
  test(`page by page, ${sort} brings every order once, in order, also where many are alike`, async () => {
    const expected = Array.from({ length: orders }, (_, n) => n)
      .sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1])
      .map((n) => firstId + n);
    assert.deepEqual(await walk({ sort }), expected);
  });
}

test('the newest come first unless asked otherwise, and there is no next where no more follow', async () => {
  assert.deepEqual(await idsOf({ limit: 2 }), [firstId + orders - 1, firstId + orders - 2]);
  assert.equal((await listOrders(shop.crm, { limit: orders })).next, undefined);
  assert.deepEqual(await idsOf({ offset: 1, limit: 1 }), [firstId + orders - 2]);
});

test('a row says who ordered, how far it is and what it costs', async () => {
  const [order] = (await listOrders(shop.crm, { sort: 'oldest', limit: 1 })).orders;
  assert.deepEqual(order, {
    id: 501,
    orderNumber: 'OCTO-501',
    customerId: 2,
    customerName: 'Ada Buyer',
    customerEmail: 'Grace@flight.test',
    status: 'on_hold',
    paymentMethod: 'credit_card',
    paymentStatus: 'pending',
    totalCents: 50,
    currency: 'USD',
    createdAt: new Date(Date.UTC(2026, 0, 1)),
  });
});

const searches: Record<string, [search: string, found: number]> = {
  'part of a number': ['octo-50', 9],
  'an e-mail in any case': ['GRACE@FLIGHT', 8],
  'a name': ['per_cent', 1],
  'a percent sign for itself': ['100%', 1],
  'an underscore for itself': ['a_a', 0],
  'a quote for itself': ["' or '1'='1", 0],
  'what nobody has': ['nobody', 0],
  'with space around it': ['  ada@buyer.test ', 15],
  'nothing but space: everything': ['   ', orders],
};

for (const [what, [search, found]] of Object.entries(searches)) {
  test(`finds ${what}`, async () => {
    assert.equal((await idsOf({ search })).length, found);
  });
}

test('filters narrow each other down, and a search with them', async () => {
  assert.equal((await idsOf({ status: 'on_hold' })).length, 5);
  assert.equal((await idsOf({ paymentStatus: 'paid' })).length, 18);
  assert.equal((await idsOf({ customerId: 2 })).length, 8);
  assert.deepEqual(
    await idsOf({ customerId: 2, status: 'on_hold', paymentStatus: 'pending', sort: 'oldest' }),
    [501, 516],
  );
  assert.deepEqual(await idsOf({ search: 'grace', status: 'on_hold', sort: 'oldest' }), [501, 516]);
  assert.deepEqual(await walk({ search: 'grace', sort: 'oldest' }), [501, 504, 507, 510, 513, 516, 519, 522]);
});

test('a page follows only in the order that it was made for', async () => {
  const { next } = await listOrders(shop.crm, { sort: 'newest', limit: 1 });
  await assert.rejects(
    listOrders(shop.crm, { sort: 'oldest', after: next }),
    refusal('Invalid', 'paging.cursor_invalid', 'after'),
  );
});
