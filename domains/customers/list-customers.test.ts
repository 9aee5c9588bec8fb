import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addCustomer } from '../testing/past-orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, type SmallShop } from '../testing/small-shop.ts';
import type { CustomerSort } from './customer-sorts.ts';
import { getCustomer } from './get-customer.ts';
import { getCustomerByEmail } from './get-customer-by-email.ts';
import { type ListCustomersInput, listCustomers } from './list-customers.ts';

const names = ['Ada', 'Bea', 'Bea', 'Cy', 'Dee', 'Dee', 'Dee', 'Eve'];
const ids = names.map((_, index) => 11 + index);
let shop: SmallShop;

before(async () => {
  shop = await openSmallShop();
  for (const [index, name] of names.entries()) {
    await addCustomer(shop.owner, {
      id: 11 + index,
      name,
      email: `${name}${index}@buyer.test`,
      ...(index === 3 ? { company: 'Sky_High 100% Ltd' } : {}),
      revenue: `${(index * 3) % 4}000.50`,
      createdAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 2))),
    });
  }
});
after(() => shop[Symbol.asyncDispose]());

async function walk(input: ListCustomersInput): Promise<number[]> {
  const found: number[] = [];
  let after: string | undefined;
  do {
    const page = await listCustomers(shop.crm, { ...input, limit: 3, after });
    found.push(...page.customers.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  return found;
}

const orders: Record<CustomerSort, number[]> = {
  name: ids,
  newest: ids.toReversed(),
  revenue_desc: [15, 11, 16, 12, 17, 13, 18, 14].sort((a, b) => (((b - 11) * 3) % 4) - (((a - 11) * 3) % 4) || b - a),
};

for (const [sort, expected] of Object.entries(orders) as [CustomerSort, number[]][]) {
  test(`page by page, ${sort} brings every customer once, in order, also where many are alike`, async () => {
    assert.deepEqual(await walk({ sort }), expected);
  });
}

test('customers come by name unless asked otherwise, and from an offset', async () => {
  assert.deepEqual(await walk({}), ids);
  const { customers } = await listCustomers(shop.crm, { offset: 6, limit: 5 });
  assert.deepEqual(
    customers.map(({ id }) => id),
    [17, 18],
  );
});

const searches: Record<string, [search: string, found: number[]]> = {
  'a name in any case': ['dEE', [15, 16, 17]],
  'an e-mail': ['ve7@buyer', [18]],
  'a company': ['y_high 100%', [14]],
  'an underscore for itself': ['a_a', []],
  'nothing but space: everybody': [' ', ids],
};

for (const [what, [search, found]] of Object.entries(searches)) {
  test(`finds ${what}`, async () => {
    assert.deepEqual(await walk({ search }), found);
  });
}

test('a page follows only in the order that it was made for', async () => {
  const { next } = await listCustomers(shop.crm, { limit: 1 });
  await assert.rejects(
    listCustomers(shop.crm, { sort: 'newest', after: next }),
    refusal('Invalid', 'paging.cursor_invalid', 'after'),
  );
});

test('a customer is found by id, and by e-mail in any case', async () => {
  const customer = await getCustomer(shop.crm, { customerId: 14 });
  const joined = new Date(Date.UTC(2026, 0, 2));
  assert.deepEqual(customer, {
    id: 14,
    name: 'Cy',
    email: 'Cy3@buyer.test',
    phone: null,
    company: 'Sky_High 100% Ltd',
    industry: null,
    revenueCents: 100_050,
    notes: null,
    createdAt: joined,
    updatedAt: joined,
  });
  assert.deepEqual(await getCustomerByEmail(shop.crm, { email: 'CY3@Buyer.TEST' }), customer);
});

test('who is no customer is not found', async () => {
  const notFound = refusal('NotFound', 'customers.not_found');
  await assert.rejects(getCustomer(shop.crm, { customerId: 999 }), notFound);
  await assert.rejects(getCustomerByEmail(shop.crm, { email: 'nobody@buyer.test' }), notFound);
});
