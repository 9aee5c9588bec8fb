import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestLab, type TestLab } from '../testing/test-lab.ts';
import { getActivity } from './get-activity.ts';
import { getTotals } from './get-totals.ts';

let lab: TestLab;
before(async () => {
  lab = await openTestLab({ seed: true });
});
after(() => lab[Symbol.asyncDispose]());

test('the numbers are those of the tables', async () => {
  const totals = await getTotals(lab.ctx);
  const orders = await lab.owner.selectFrom('orders').select(['id', 'status', 'total', 'customerId']).execute();
  const sold = orders.filter(({ status }) => !['pending', 'failed', 'cancelled'].includes(status));
  const inWork = orders.filter(({ status }) => ['placed', 'accepted', 'on_hold', 'fulfilling'].includes(status));
  const accepted = await lab.owner
    .selectFrom('orderAcceptances')
    .where('decision', '=', 'accepted')
    .select('orderId')
    .execute();
  const acceptedIds = new Set(accepted.map(({ orderId }) => orderId));
  const linked = new Set(orders.filter(({ id }) => acceptedIds.has(id)).map(({ customerId }) => customerId));
  const customers = await lab.owner.selectFrom('customers').select('id').execute();
  const products = await lab.owner.selectFrom('queryProducts').where('isActive', '=', true).select('stock').execute();
  assert.deepEqual(totals, {
    orders: sold.length,
    revenueCents: sold.reduce((sum, { total }) => sum + Math.round(Number(total) * 100), 0),
    ordersInWork: inWork.length,
    customers: customers.length,
    linkedCustomers: linked.size,
    lowStockProducts: products.filter(({ stock }) => Number(stock) <= 10).length,
  });
  assert.ok(totals.linkedCustomers > 0 && totals.linkedCustomers < totals.customers);
});

test('of each component the newest snapshot is told', async () => {
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
  const snapshot = (id: number, componentName: string, observedAt: Date) => {
    return { id, componentName, componentType: 't', status: 'healthy', sourceService: 'x', observedAt };
  };
  await lab.owner
    .insertInto('componentSnapshots')
    .values([snapshot(1, 'a', at(1)), snapshot(2, 'a', at(3)), snapshot(3, 'b', at(2))])
    .execute();
  const components = ['b', 'a', 'c'].map((name) => ({ name, type: 't' }));
  const { snapshots } = await getActivity({ ...lab.ctx, sweep: { ...lab.ctx.sweep, components } });
  assert.deepEqual(
    snapshots.map(({ id }) => id),
    [3, 2],
  );
});
