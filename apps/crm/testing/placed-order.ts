import type { OrdersStatus, OutboxDeliveriesTable, Tables } from '@octo/database/tables.ts';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import type { Insertable, Kysely } from 'kysely';

let lastId = 900_000;

/** An order as the shop leaves it, of the first customer, with one unit of the first product. */
export async function addPlacedOrder(
  owner: Kysely<Tables>,
  change: { status?: OrdersStatus; createdAt?: Date; total?: string; customerId?: number } = {},
): Promise<number> {
  lastId += 1;
  const id = lastId;
  const { createdAt = new Date(), total = '499.90', customerId = 1, status = 'placed' } = change;
  const times = { createdAt, updatedAt: createdAt };
  const buyer = {
    customerId,
    customerName: 'Ada Buyer',
    customerEmail: `ada${id}@buyer.test`,
    shippingAddress: 'Here 1',
  };
  const paid = {
    paymentMethod: 'credit_card',
    subtotal: total,
    total,
    traceId: '0af7651916cd43dd8448eb211c80319c',
  } as const;
  await owner
    .insertInto('orders')
    .values({ id, orderNumber: `OCTO-${id}`, shopId: 1, status, ...buyer, ...paid, ...times, placedAt: createdAt })
    .execute();
  await owner
    .insertInto('orderItems')
    .values({ id, orderId: id, productId: 1, quantity: 1, unitPrice: total, productName: 'Drone', productSku: 'D-1' })
    .execute();
  await owner
    .insertInto('payments')
    .values({ id, orderId: id, method: 'credit_card', status: 'paid', amount: total, provider: 'simulated', ...times })
    .execute();
  const event = {
    id: uuidV7(),
    orderId: id,
    eventType: 'order.placed',
    fromStatus: 'pending',
    toStatus: 'placed',
  } as const;
  await owner
    .insertInto('orderEvents')
    .values({ ...event, actor: 'guest', createdAt })
    .execute();
  return id;
}

/** The news of an order, as far on its way to the CRM as is said. Returns its id. */
export async function addNews(
  owner: Kysely<Tables>,
  orderId: number,
  progress: Partial<Insertable<OutboxDeliveriesTable>> = {},
): Promise<string> {
  const id = uuidV7();
  const createdAt = new Date();
  await owner
    .insertInto('outbox')
    .values({ id, producer: 'shop', eventType: 'order.placed', orderId, payload: '{}', createdAt })
    .execute();
  const due = progress.deadAt || progress.deliveredAt ? null : createdAt;
  await owner
    .insertInto('outboxDeliveries')
    .values({ eventId: id, consumer: 'crm', nextAttemptAt: due, ...progress })
    .execute();
  return id;
}
