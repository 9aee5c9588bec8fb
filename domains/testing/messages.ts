import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { openOrder } from '../orders/index.ts';
import { lineOf, orderOf } from './orders.ts';
import type { SmallShop } from './small-shop.ts';

/** An order that messages can be about. */
export async function addOrder(shop: SmallShop): Promise<number> {
  const productId = await shop.addProduct();
  return (await openOrder(shop.ctx, await orderOf(shop.ctx, [lineOf(productId, 1)]))).orderId;
}

/** Messages as a release wrote them that gave them no delivery, one a second. Returns their ids. */
export async function addMessages(
  { ctx, owner }: SmallShop,
  orderId: number,
  count: number,
  change: { eventType?: string; producer?: string; payload?: string } = {},
): Promise<string[]> {
  const firstMs = ctx.clock.now().getTime() - count * 1000;
  const messages = Array.from({ length: count }, (_, index) => ({
    id: uuidV7(firstMs + index * 1000),
    producer: 'shop',
    eventType: 'order.placed',
    orderId,
    payload: JSON.stringify({ order_id: orderId }),
    createdAt: new Date(firstMs + index * 1000),
    ...change,
  }));
  await owner.insertInto('outbox').values(messages).execute();
  return messages.map(({ id }) => id);
}

/** The delivery of a message, as it lies in the database. */
export async function deliveryOf({ owner }: SmallShop, eventId: string | undefined) {
  return await owner
    .selectFrom('outboxDeliveries')
    .where('eventId', '=', eventId ?? '')
    .selectAll()
    .executeTakeFirstOrThrow();
}
