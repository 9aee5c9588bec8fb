import assert from 'node:assert/strict';
import type { FulfilmentsStatus, OrderAcceptancesDecision, OrdersStatus, Tables } from '@octo/database/tables.ts';
import type { Kysely } from 'kysely';
import { stockFaults } from './stock-books.ts';

type Owner = Kysely<Tables>;
type Book = Awaited<ReturnType<typeof bookOf>>;

/** All that hangs on an order, as it lies in the tables. */
export async function bookOf(owner: Owner, orderId: number) {
  const of = { orderId };
  const resourceName = `orders/${orderId}`;
  const messages = owner.selectFrom('outbox').where('orderId', '=', orderId).where('producer', '=', 'crm');
  const events = owner.selectFrom('orderEvents').where((eb) => eb.and(of));
  const audits = owner.selectFrom('auditLogs').where((eb) => eb.and({ resourceName }));
  return {
    order: await owner.selectFrom('orders').where('id', '=', orderId).selectAll().executeTakeFirstOrThrow(),
    acceptances: await owner
      .selectFrom('orderAcceptances')
      .where((eb) => eb.and(of))
      .selectAll()
      .execute(),
    fulfilments: await owner
      .selectFrom('fulfilments')
      .where((eb) => eb.and(of))
      .selectAll()
      .execute(),
    invoices: await owner
      .selectFrom('invoices')
      .where((eb) => eb.and(of))
      .selectAll()
      .execute(),
    events: await events.orderBy('createdAt').orderBy('id').selectAll().execute(),
    messages: await messages.orderBy('id').selectAll().execute(),
    audits: await audits.orderBy('createdAt').orderBy('id').selectAll().execute(),
  };
}

interface Expected {
  /** Undefined where anything a person decided earlier may stand. */
  decision?: OrderAcceptancesDecision | undefined;
  fulfilment: readonly (FulfilmentsStatus | undefined)[];
  invoice: readonly (string | undefined)[];
}

const billed = ['issued', 'paid'];
const untouched: Expected = { fulfilment: [undefined], invoice: [undefined] };

const expected: Readonly<Record<OrdersStatus, Expected>> = {
  pending: untouched,
  placed: untouched,
  failed: untouched,
  accepted: { decision: 'accepted', fulfilment: ['queued'], invoice: billed },
  on_hold: { decision: 'on_hold', fulfilment: [undefined, 'queued'], invoice: billed },
  fulfilling: { decision: 'accepted', fulfilment: ['picking', 'packed'], invoice: billed },
  shipped: { decision: 'accepted', fulfilment: ['shipped'], invoice: billed },
  delivered: { decision: 'accepted', fulfilment: ['delivered'], invoice: billed },
  cancelled: { fulfilment: [undefined, 'cancelled'], invoice: [undefined, 'void'] },
};

/** Whatever was done to an order: one of each, all in step with its state, every change told once, and no unit astray. */
export async function assertOrderIsSound(owner: Owner, orderId: number): Promise<void> {
  const book = await bookOf(owner, orderId);
  const { order, acceptances, fulfilments, invoices } = book;
  const { decision, fulfilment, invoice } = expected[order.status];
  const isTaken = !['pending', 'placed', 'failed'].includes(order.status);
  assert.equal(acceptances.length, isTaken ? 1 : 0, 'acceptances');
  assert.ok(fulfilments.length <= 1 && invoices.length <= 1, 'one fulfilment and one invoice at most');
  if (decision) assert.equal(acceptances[0]?.decision, decision);
  assert.ok(fulfilment.includes(fulfilments[0]?.status), `${order.status}, fulfilment ${fulfilments[0]?.status}`);
  assert.ok(invoice.includes(invoices[0]?.status), `${order.status}, invoice ${invoices[0]?.status}`);
  assertToldOnce(book);
  // The CRM moves no stock: a cancelled order holds its units until the shop hears of it.
  assert.deepEqual(await stockFaults(owner, ['failed']), []);
}

function assertToldOnce({ order, invoices, events, messages, audits }: Book): void {
  assert.equal(order.version, events.length, 'a version for each event');
  assert.equal(audits.length, events.length - 2, 'an audit row for each step after the shop');
  const kinds = messages.map((message) => message.eventType);
  assert.equal(kinds.filter((kind) => kind === 'order.cancelled').length, order.status === 'cancelled' ? 1 : 0);
  const [invoice] = invoices;
  const isTransfer = order.paymentMethod === 'bank_transfer';
  if (invoice && isTransfer)
    assert.equal(kinds.filter((kind) => kind === 'payment.received').length, invoice.paidAt ? 1 : 0);
  assert.equal(kinds.length, new Set(kinds).size);
}
