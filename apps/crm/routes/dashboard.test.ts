import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Dashboard, getDashboard } from '@octo/contracts/crm/dashboard.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { addNews, addPlacedOrder } from '../testing/placed-order.ts';
import { type StaffClient, signedInAs } from '../testing/sign-in.ts';
import { createTestCrm, type TestCrm } from '../testing/test-crm.ts';

let t: TestCrm;
let viewer: StaffClient;
before(async () => {
  t = await createTestCrm();
  viewer = await signedInAs(t, 'viewer');
});
after(() => t[Symbol.asyncDispose]());

async function look(): Promise<Dashboard> {
  return expectContract(getDashboard, 200, await viewer.get('/api/dashboard/summary'));
}

test('says what the house sold in all, and how its invoices are', async () => {
  const { customers, orders, invoices } = await look();
  const sold = await t.owner
    .selectFrom('orders')
    .where('status', 'not in', ['pending', 'failed', 'cancelled'])
    .select('total')
    .execute();
  const revenue = sold.reduce((sum, { total }) => sum + Math.round(Number(total) * 100), 0) / 100;
  assert.deepEqual([orders.total, orders.revenue], [sold.length, revenue]);
  assert.ok(Math.abs(orders.average - revenue / sold.length) < 0.01);
  assert.equal(customers.total, (await t.owner.selectFrom('customers').select('id').execute()).length);
  const billed = await t.owner.selectFrom('invoices').select('status').execute();
  assert.deepEqual(
    Object.fromEntries(invoices.map(({ status, count }) => [status, count])),
    Object.fromEntries([...Map.groupBy(billed, ({ status }) => status)].map(([status, of]) => [status, of.length])),
  );
});

test('what happens now is seen at once, while the totals may be half a minute old', async () => {
  const before = await look();
  const id = await addPlacedOrder(t.owner, { total: '12.50' });
  await addPlacedOrder(t.owner, { status: 'on_hold', total: '100.00' });
  await addPlacedOrder(t.owner, { status: 'cancelled', total: '9999.00' });
  await addNews(t.owner, id, { attempts: 8, deadAt: new Date(), lastError: 'http.invalid' });
  const after = await look();
  assert.equal(after.attention.orders_waiting, before.attention.orders_waiting + 1);
  assert.equal(after.attention.orders_on_hold, before.attention.orders_on_hold + 1);
  assert.equal(after.attention.dead_letters, before.attention.dead_letters + 1);
  assert.equal(after.day.orders, before.day.orders + 2);
  assert.equal(Math.round((after.day.revenue - before.day.revenue) * 100), 11_250);
  assert.deepEqual(after.orders, before.orders);
  assert.equal(after.recent_orders.length, 10);
  assert.ok(after.recent_orders.some((order) => order.id === id));
});

test('the day has 24 hours on end that add up', async () => {
  const { day } = await look();
  const starts = day.hours.map(({ starts_at }) => Date.parse(starts_at));
  assert.equal(starts.length, 24);
  for (const [index, start] of starts.entries()) assert.equal(start, Number(starts[0]) + index * 3_600_000);
  assert.ok(Number(starts.at(-1)) <= Date.now());
  assert.equal(
    day.orders,
    day.hours.reduce((sum, { orders }) => sum + orders, 0),
  );
});

test('products that run out are counted, the lowest named', async () => {
  const [product] = await t.owner
    .selectFrom('products')
    .where('isActive', '=', true)
    .select(['id', 'name', 'sku'])
    .execute();
  await t.owner
    .updateTable('stockLevels')
    .set({ quantity: 0 })
    .where('productId', '=', product?.id ?? 0)
    .execute();
  await t.owner
    .updateTable('catalogVersion')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .execute();
  const { attention } = await look();
  assert.equal(attention.low_stock_below, 25);
  assert.ok(attention.low_stock >= 1 && attention.lowest_stock.length <= 5);
  assert.deepEqual(attention.lowest_stock[0], {
    product_id: product?.id,
    name: product?.name,
    sku: product?.sku,
    stock: 0,
  });
});

test('many who look at the same time have the totals counted once', async () => {
  await using other = await createTestCrm({ database: t.database });
  const person = await signedInAs(other, 'viewer');
  const counted: string[] = [];
  const { db } = other.crm.serviceContext('test');
  const executeQuery = db.executeQuery.bind(db);
  db.executeQuery = async (query) => {
    if ('sql' in query && query.sql.includes('from query_customers')) counted.push(query.sql);
    return await executeQuery(query);
  };
  const answers = await Promise.all(Array.from({ length: 10 }, () => person.get('/api/dashboard/summary')));
  for (const answer of answers) expectContract(getDashboard, 200, answer);
  assert.equal(counted.length, 1);
});

test('every role may look, and nobody without a session', async () => {
  for (const role of ['admin', 'manager', 'support'] as const)
    expectContract(getDashboard, 200, await (await signedInAs(t, role)).get('/api/dashboard/summary'));
  expectProblem(await t.app.inject('/api/dashboard/summary'), { status: 401, code: 'identity.not_signed_in' });
});
