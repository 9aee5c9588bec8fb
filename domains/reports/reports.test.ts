import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addCustomer, addPastOrder, type PastOrder } from '../testing/past-orders.ts';
import { openSmallShop, type SmallShop, shopId } from '../testing/small-shop.ts';
import { countEntities } from './count-entities.ts';
import { getAttention } from './get-attention.ts';
import { getDay } from './get-day.ts';
import { getLowStock } from './get-low-stock.ts';
import { getTotals } from './get-totals.ts';

let shop: SmallShop;
let lastId = 500;
before(async () => {
  shop = await openSmallShop();
  await addCustomer(shop.owner, { id: 1, name: 'Ada', email: 'ada@buyer.test' });
});
after(() => shop[Symbol.asyncDispose]());

/** The clock of the tests stands at 03:04:05.678 UTC. */
async function sell(createdAt: string, change: Partial<PastOrder> = {}): Promise<number> {
  lastId += 1;
  await addPastOrder(shop.owner, { id: lastId, customerId: 1, createdAt: new Date(createdAt), ...change });
  return lastId;
}

test('a shop that never sold anything has a day of 24 empty hours, and nothing on average', async () => {
  const day = await getDay(shop.crm);
  assert.deepEqual([day.orders, day.revenueCents, day.currency, day.hours.length], [0, 0, 'USD', 24]);
  assert.deepEqual(day.hours[0], { startsAt: new Date('2026-01-01T04:00:00Z'), orders: 0, revenueCents: 0 });
  assert.deepEqual(await getTotals(shop.crm), {
    customers: 1,
    orders: 0,
    revenueCents: 0,
    averageCents: 0,
    invoices: [],
  });
});

test('what was sold stands in its hour, and what was not sold nowhere', async () => {
  await sell('2026-01-01T03:59:59.999Z', { total: '1000.00' });
  await sell('2026-01-01T04:00:00.000Z', { total: '1.10' });
  await sell('2026-01-01T23:59:59.999Z', { total: '2.20', status: 'delivered' });
  await sell('2026-01-02T00:00:00.000Z', { total: '3.30', status: 'on_hold' });
  await sell('2026-01-02T00:30:00.000Z', { total: '4.40' });
  await sell('2026-01-02T03:04:05.000Z', { total: '5.50', status: 'accepted' });
  for (const status of ['pending', 'failed', 'cancelled'] as const)
    await sell('2026-01-02T00:10:00.000Z', { total: '7.00', status });
  const day = await getDay(shop.crm);
  const sold = day.hours.filter(({ orders }) => orders > 0);
  assert.deepEqual(sold, [
    { startsAt: new Date('2026-01-01T04:00:00Z'), orders: 1, revenueCents: 110 },
    { startsAt: new Date('2026-01-01T23:00:00Z'), orders: 1, revenueCents: 220 },
    { startsAt: new Date('2026-01-02T00:00:00Z'), orders: 2, revenueCents: 770 },
    { startsAt: new Date('2026-01-02T03:00:00Z'), orders: 1, revenueCents: 550 },
  ]);
  assert.deepEqual([day.orders, day.revenueCents], [5, 1650]);
});

test('the totals count every sale there ever was, and the invoices by how far they are', async () => {
  for (const [index, status] of (['paid', 'paid', 'issued'] as const).entries()) {
    const at = new Date('2026-01-01T00:00:00Z');
    const invoice = { id: index + 1, invoiceNumber: `INV-${index}`, orderId: 501 + index, customerId: 1, status };
    await shop.owner
      .insertInto('invoices')
      .values({ ...invoice, amount: '10.25', createdAt: at, updatedAt: at })
      .execute();
  }
  const totals = await getTotals(shop.crm);
  assert.deepEqual([totals.orders, totals.revenueCents, totals.averageCents], [6, 101_650, 16_942]);
  assert.deepEqual(totals.invoices, [
    { status: 'issued', count: 1, amountCents: 1025 },
    { status: 'paid', count: 2, amountCents: 2050 },
  ]);
});

test('orders that wait and orders on hold want attention', async () => {
  const { ordersWaiting, ordersOnHold } = await getAttention(shop.crm);
  assert.deepEqual([ordersWaiting, ordersOnHold], [3, 1]);
});

test('so do active products with fewer than 25 units in all warehouses, the five lowest by name', async () => {
  const stocks = [[12, 12], [25], [0], [], [3], [4], [24, 1], [5]];
  const ids: number[] = [];
  for (const stock of stocks) ids.push(await shop.addProduct({ stock }));
  await shop.addProduct({ stock: [1], isActive: false });
  const { lowStock, lowStockBelow, lowestStock } = await getLowStock(shop.crm);
  assert.deepEqual([lowStock, lowStockBelow], [6, 25]);
  assert.deepEqual(
    lowestStock.map(({ id, stock }) => [id, stock]),
    [
      [ids[2], 0],
      [ids[3], 0],
      [ids[4], 3],
      [ids[5], 4],
      [ids[7], 5],
    ],
  );
  assert.deepEqual([lowestStock[0]?.name, lowestStock[0]?.sku], [`Drone ${ids[2]}`, `SKU-${ids[2]}`]);
  assert.equal(shopId, 1);
});

test('and a message that was given up, until somebody retried or discarded it', async () => {
  const at = new Date('2026-01-02T00:00:00Z');
  assert.equal((await getAttention(shop.crm)).deadLetters, 0);
  const outbox = {
    id: shop.crm.ids.event(),
    producer: 'shop',
    eventType: 'order.placed',
    payload: '{}',
    createdAt: at,
  };
  await shop.owner.insertInto('outbox').values(outbox).execute();
  const dead = { eventId: outbox.id, consumer: 'crm', attempts: 8, deadAt: at };
  await shop.owner.insertInto('outboxDeliveries').values(dead).execute();
  assert.equal((await getAttention(shop.crm)).deadLetters, 1);
  await shop.owner.updateTable('outboxDeliveries').set({ discardedAt: at }).execute();
  assert.equal((await getAttention(shop.crm)).deadLetters, 0);
});

test('everything that the house works with is counted, what is open and what is of the last day apart', async () => {
  const at = new Date('2026-01-02T00:00:00Z');
  const ticket = { customerId: 1, title: 'It hums', priority: 'low', createdAt: at, updatedAt: at } as const;
  await shop.owner
    .insertInto('tickets')
    .values([
      { ...ticket, id: 1 },
      { ...ticket, id: 2, status: 'closed', closedAt: at },
    ])
    .execute();
  const view = { page: '/shop', createdAt: at };
  await shop.owner
    .insertInto('pageViews')
    .values([
      { ...view, id: shop.crm.ids.event() },
      { ...view, id: shop.crm.ids.event(), createdAt: new Date('2025-12-31T00:00:00Z') },
    ])
    .execute();
  const counts = await countEntities(shop.crm);
  assert.deepEqual(counts, {
    orders: 9,
    ordersLastDay: 9,
    products: 9,
    tickets: 2,
    openTickets: 1,
    pageViewsLastDay: 1,
  });
});
