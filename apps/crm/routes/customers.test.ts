import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Customer, getCustomer, listCustomers } from '@octo/contracts/crm/customers.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { addPlacedOrder } from '../testing/placed-order.ts';
import { type StaffClient, signedInAs } from '../testing/sign-in.ts';
import { createTestCrm, type TestCrm } from '../testing/test-crm.ts';

const customerId = 800_001;
let t: TestCrm;
let viewer: StaffClient;
before(async () => {
  t = await createTestCrm();
  viewer = await signedInAs(t, 'viewer');
  const at = new Date('2026-01-02T03:04:05.678Z');
  const customer = { id: customerId, name: 'Zz Flight', email: 'zoe@flight.test', company: 'Zz Flight Ltd' };
  await t.owner
    .insertInto('customers')
    .values({ ...customer, revenue: '1250000.50', createdAt: at, updatedAt: at })
    .execute();
});
after(() => t[Symbol.asyncDispose]());

async function list(query: string): Promise<{ customers: Customer[]; next?: string }> {
  return expectContract(listCustomers, 200, await viewer.get(`/api/customers?${query}`));
}

test('lists every customer once, page by page', async () => {
  const ids: number[] = [];
  let after = '';
  do {
    const page = await list(`limit=7${after}`);
    ids.push(...page.customers.map(({ id }) => id));
    after = page.next === undefined ? '' : `&after=${page.next}`;
  } while (after !== '');
  const all = await t.owner.selectFrom('customers').select('id').execute();
  assert.deepEqual(
    ids.toSorted((a, b) => a - b),
    all.map(({ id }) => id).sort((a, b) => a - b),
  );
});

test('searches name, e-mail and company, and sorts', async () => {
  for (const search of ['zz%20fl', 'ZOE@', 'flight%20ltd'])
    assert.deepEqual(
      (await list(`search=${search}`)).customers.map(({ id }) => id),
      [customerId],
    );
  const revenues = (await list('sort_by=revenue_desc&limit=200')).customers.map(({ revenue }) => revenue);
  assert.deepEqual(
    revenues,
    revenues.toSorted((a, b) => b - a),
  );
  assert.equal((await list('sort_by=newest&limit=1&offset=1')).customers.length, 1);
});

test('shows a customer with what they bought and their newest orders', async () => {
  const first = new Date('2026-01-03T00:00:00Z').getTime();
  const ids: number[] = [];
  for (let n = 0; n < 22; n += 1) {
    const order = { customerId, total: '10.25', createdAt: new Date(first + n * 1000) };
    ids.push(await addPlacedOrder(t.owner, { ...order, status: n === 21 ? 'cancelled' : 'delivered' }));
  }
  const answer = await viewer.get(`/api/customers/${customerId}`);
  const { customer, totals, orders } = expectContract(getCustomer, 200, answer);
  assert.deepEqual(customer, {
    id: customerId,
    name: 'Zz Flight',
    email: 'zoe@flight.test',
    phone: null,
    company: 'Zz Flight Ltd',
    industry: null,
    revenue: 1_250_000.5,
    notes: null,
    created_at: '2026-01-02T03:04:05.678Z',
    updated_at: '2026-01-02T03:04:05.678Z',
  });
  assert.deepEqual(totals, { orders: 21, spent: 215.25, last_order_at: '2026-01-03T00:00:20.000Z' });
  assert.deepEqual(
    orders.map(({ id }: { id: number }) => id),
    ids.toReversed().slice(0, 20),
  );
});

const badQueries: Record<string, [query: string, field: string, code?: string]> = {
  'no rows at all': ['limit=0', 'limit'],
  'too many rows': ['limit=1000', 'limit'],
  'an offset beyond what is sensible': ['offset=-1', 'offset'],
  'an order that is none': ['sort_by=colour', 'sort_by'],
  'a search without end': [`search=${'a'.repeat(101)}`, 'search'],
  'a cursor that somebody made up': ['after=abc', 'after', 'paging.cursor_invalid'],
};

for (const [what, [query, field, code = 'http.invalid']] of Object.entries(badQueries)) {
  test(`refuses ${what}`, async () => {
    expectProblem(await viewer.get(`/api/customers?${query}`), { status: 400, code, field });
  });
}

test('a customer who does not exist is not found, and an id that is none refused', async () => {
  expectProblem(await viewer.get('/api/customers/999999999'), { status: 404, code: 'customers.not_found' });
  expectProblem(await viewer.get('/api/customers/ada'), { status: 400, code: 'http.invalid', field: 'id' });
});

test('every role may read customers, and nobody without a session', async () => {
  for (const role of ['admin', 'manager', 'support'] as const) {
    const person = await signedInAs(t, role);
    expectContract(listCustomers, 200, await person.get('/api/customers'));
    expectContract(getCustomer, 200, await person.get(`/api/customers/${customerId}`));
  }
  for (const url of ['/api/customers', `/api/customers/${customerId}`])
    expectProblem(await t.app.inject(url), { status: 401, code: 'identity.not_signed_in' });
});
