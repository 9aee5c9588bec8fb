import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsIn } from './parts/books.ts';
import { buyersOf, openCorridor, sendBuyers } from './parts/corridor.ts';
import { startCheckouts } from './parts/load.ts';
import type { Owner } from './parts/shop-floor.ts';
import { syncFaultsIn } from './parts/sync-books.ts';

test('with the dispatcher off the look at the books that kill-sync takes finds every order that nobody accepted', async () => {
  await using corridor = await openCorridor();
  const { owner } = corridor;
  await using _crm = await corridor.openCrm();
  await using shop = await corridor.openShop(undefined);
  const buyers = buyersOf('unheard', 10);
  await sendBuyers(owner, buyers);
  const load = startCheckouts(() => shop.url, buyers, 8);
  await load.done;
  const placed = [...load.outcomes.values()].flatMap(({ status, body }) =>
    status === 200 ? [Number(body.order_id)] : [],
  );
  assert.deepEqual(await faultsIn(owner), [], 'the shop itself is in order');
  assert.equal(placed.length, 8);
  placed.sort((one, other) => one - other);
  assert.deepEqual(await syncFaultsIn(owner), [
    ...placed.flatMap((id) => [`order ${id}, placed: 0 acceptances`, `order ${id}, placed: 0 invoices`]),
    ...placed.map((id) => `order.placed of order ${id} to crm: waits`),
  ]);
  await assertDoublesShow(owner, placed);
});

/** What the CRM would leave if it took a message twice, or one that it must not take, and a dispatcher that gave up. */
async function assertDoublesShow(owner: Owner, [first = 0, second = 0]: readonly number[]): Promise<void> {
  const { id: failed } = await owner
    .selectFrom('orders')
    .where('status', '=', 'failed')
    .select('id')
    .executeTakeFirstOrThrow();
  await insertInvoices(owner, [first, first, failed]);
  await owner.updateTable('outboxDeliveries').set({ deadAt: new Date(), nextAttemptAt: null }).execute();
  const faults = await syncFaultsIn(owner);
  for (const fault of [
    `order ${first}, placed: 2 invoices`,
    `order ${second}, placed: 0 invoices`,
    `order ${failed}, failed: 1 invoices`,
    `order.placed of order ${first} to crm: given up`,
  ])
    assert.ok(faults.includes(fault), fault);
}

async function insertInvoices(owner: Owner, orderIds: readonly number[]): Promise<void> {
  const at = { createdAt: new Date(), updatedAt: new Date() };
  for (const [index, orderId] of orderIds.entries()) {
    const { customerId } = await owner
      .selectFrom('orders')
      .where('id', '=', orderId)
      .select('customerId')
      .executeTakeFirstOrThrow();
    const invoice = { id: index + 1, invoiceNumber: `DRILL-${index}`, orderId, customerId, amount: '1.00', ...at };
    await owner.insertInto('invoices').values(invoice).execute();
  }
}
