import assert from 'node:assert/strict';
import type { OrderPlaced } from '@octo/contracts/order-events.ts';
import type { Tables } from '@octo/database/tables.ts';
import type { Kysely } from 'kysely';

/** The outbox holds one `order.placed` for each placed order, none for any other, and each says just what the contract says. */
export async function assertOutboxIsTrue(owner: Kysely<Tables>): Promise<void> {
  const orders = await owner.selectFrom('orders').where('status', '=', 'placed').orderBy('id').selectAll().execute();
  const events = await owner.selectFrom('outbox').orderBy('orderId').selectAll().execute();
  const items = await owner.selectFrom('orderItems').orderBy('id').selectAll().execute();
  const expected = orders.map((order) => {
    const payload: OrderPlaced = {
      order_id: order.id,
      order_number: order.orderNumber,
      customer_id: order.customerId,
      payment_method: order.paymentMethod,
      currency: order.currency,
      total: Number(order.total),
      items: items
        .filter((item) => item.orderId === order.id)
        .map((item) => ({
          product_id: item.productId,
          quantity: item.quantity,
          unit_price: Number(item.unitPrice),
        })),
    };
    return { producer: 'shop', eventType: 'order.placed', orderId: order.id, payload };
  });
  const told = events.map(({ producer, eventType, orderId, payload }) => {
    return { producer, eventType, orderId, payload: JSON.parse(payload) };
  });
  assert.deepEqual(told, expected);
  assert.ok(!events.some((event) => event.payload.includes('@')), 'an e-mail left the house');
}
