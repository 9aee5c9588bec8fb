import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { buyersOf, type Corridor, openCorridor, sendBuyers } from './parts/corridor.ts';
import { startCheckouts } from './parts/load.ts';
import { type Operator, signIn } from './parts/operator.ts';
import type { Owner } from './parts/shop-floor.ts';
import { deliveriesOf, syncFaultsIn } from './parts/sync-books.ts';
import { until } from './parts/wait.ts';

const buyerCount = 66;

interface Message {
  orderId: number;
  eventId: string;
}

test('messages that the CRM fails on or refuses stop no other, and operators revive them or lay them aside', async () => {
  await using corridor = await openCorridor();
  const { owner } = corridor;
  const orders = await buyWithoutCrm(corridor);
  assert.ok(orders.length > 50);
  const failing = await messageOf(owner, orders[20]);
  const refused = await messageOf(owner, orders[25]);
  const hopeless = await messageOf(owner, orders[30]);
  await makeBillingFail(owner, failing);
  for (const message of [refused, hopeless]) await tamperWith(owner, message, 1);

  await using crm = await corridor.openCrm();
  await using _shop = await corridor.openShop(crm.url);
  await until('the others to arrive', async () => (await deliveriesOf(owner)).delivered === orders.length - 3);
  await untilGivenUp(owner, 3);
  await assertDead(owner, failing, 8);
  for (const message of [refused, hopeless]) await assertDead(owner, message, 1);

  const operator = await signIn(crm.url);
  await owner.schema.alterTable('invoices').dropConstraint('drill_poison').execute();
  await tamperWith(owner, refused, -1);
  for (const message of [failing, refused]) assert.equal(await act(operator, message, 'retry'), 200);
  assert.equal(await act(operator, hopeless, 'discard'), 200);
  assert.equal(await act(operator, hopeless, 'retry'), 409);
  await until('those to arrive, too', async () => (await deliveriesOf(owner)).delivered === orders.length - 1);

  assert.deepEqual(await syncFaultsIn(owner), [
    `order ${hopeless.orderId}, placed: 0 acceptances`,
    `order ${hopeless.orderId}, placed: 0 invoices`,
    `order.placed of order ${hopeless.orderId} to crm: given up`,
  ]);
  const { body } = await operator.get(`/api/orders/${hopeless.orderId}`);
  assert.equal(Object(body.sync).status, 'failed');
});

async function buyWithoutCrm(corridor: Corridor): Promise<number[]> {
  await using shop = await corridor.openShop(undefined);
  const buyers = buyersOf('poison', buyerCount);
  await sendBuyers(corridor.owner, buyers);
  const load = startCheckouts(() => shop.url, buyers, 8);
  await load.done;
  return load.answers.flatMap(({ status, body }) => (status === 200 ? [Number(body.order_id)] : []));
}

async function messageOf(owner: Owner, orderId: number | undefined): Promise<Message> {
  const messages = owner.selectFrom('outbox').where('orderId', '=', orderId ?? 0);
  return { orderId: orderId ?? 0, eventId: (await messages.select('id').executeTakeFirstOrThrow()).id };
}

/** The database refuses the invoice of one order: nothing that the CRM could know of or put right. */
async function makeBillingFail(owner: Owner, { orderId }: Message): Promise<void> {
  await owner.schema
    .alterTable('invoices')
    .addCheckConstraint('drill_poison', sql`order_id <> ${sql.lit(orderId)}`)
    .execute();
}

/** Changes the total that a message tells by so many dollars; the order says something else then. */
async function tamperWith(owner: Owner, { eventId }: Message, dollars: number): Promise<void> {
  const { payload } = await owner
    .selectFrom('outbox')
    .where('id', '=', eventId)
    .select('payload')
    .executeTakeFirstOrThrow();
  const told = JSON.parse(payload);
  const total = Math.round((told.total + dollars) * 100) / 100;
  await owner
    .updateTable('outbox')
    .set({ payload: JSON.stringify({ ...told, total }) })
    .where('id', '=', eventId)
    .execute();
}

/** Without the pauses between the attempts, which grow to many seconds. */
async function untilGivenUp(owner: Owner, count: number): Promise<void> {
  await until('the dead letters', async () => {
    await owner
      .updateTable('outboxDeliveries')
      .set({ nextAttemptAt: new Date() })
      .where('nextAttemptAt', 'is not', null)
      .where('leaseOwner', 'is', null)
      .execute();
    return (await deliveriesOf(owner)).dead === count;
  });
}

async function assertDead(owner: Owner, { eventId, orderId }: Message, attempts: number): Promise<void> {
  const delivery = await owner
    .selectFrom('outboxDeliveries')
    .where('eventId', '=', eventId)
    .selectAll()
    .executeTakeFirstOrThrow();
  assert.notEqual(delivery.deadAt, null, `order ${orderId}`);
  assert.equal(delivery.attempts, attempts, `order ${orderId}`);
  assert.match(delivery.lastError ?? '', /\w/);
}

async function act(operator: Operator, { eventId }: Message, action: 'retry' | 'discard'): Promise<number> {
  const { status } = await operator.post(`/api/sync/deliveries/${eventId}/crm/${action}`);
  return status;
}
