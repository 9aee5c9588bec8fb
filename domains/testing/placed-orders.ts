import type { PaymentMethod } from '@octo/contracts/checkout.ts';
import type { OrderPlaced } from '@octo/contracts/order-events.ts';
import { transact } from '@octo/platform/database/transact.ts';
import { acceptPlacedOrder } from '../fulfilment/accept-placed-order.ts';
import { closePendingOrder, lockOrderForUpdate, type Order, openOrder } from '../orders/index.ts';
import { lineOf, orderOf } from './orders.ts';
import type { SmallShop } from './small-shop.ts';

export interface PlacedOrder {
  orderId: number;
  productId: number;
  /** The message that tells the CRM of it. */
  eventId: string;
  payload: OrderPlaced;
}

export interface PlacedOrderDetails {
  quantity?: number;
  unitPriceCents?: number;
  paymentMethod?: PaymentMethod;
}

/** An order of two units for 200 dollars, as the shop leaves it: paid by card, unless it waits for a transfer. */
export async function placeOrder(shop: SmallShop, details: PlacedOrderDetails = {}): Promise<PlacedOrder> {
  const { quantity = 2, unitPriceCents = 10_000, paymentMethod = 'credit_card' } = details;
  const productId = await shop.addProduct({ stock: [quantity] });
  const lines = [lineOf(productId, quantity, unitPriceCents)] as const;
  const { orderId } = await openOrder(shop.ctx, await orderOf(shop.ctx, [...lines], { paymentMethod }));
  const end =
    paymentMethod === 'bank_transfer'
      ? ({ status: 'on_account' } as const)
      : ({ status: 'paid', provider: 'simulated', reference: `ref-${orderId}` } as const);
  await transact(shop.ctx, async (ctx) => closePendingOrder(ctx, await lockOrderForUpdate(ctx, { orderId }), end));
  const message = await shop.owner
    .selectFrom('outbox')
    .where('orderId', '=', orderId)
    .select(['id', 'payload'])
    .executeTakeFirstOrThrow();
  return { orderId, productId, eventId: message.id, payload: JSON.parse(message.payload) };
}

/** Brings the message of a placed order to the CRM. */
export function bringOrder(shop: SmallShop, { orderId, eventId, payload }: PlacedOrder): Promise<Order> {
  return acceptPlacedOrder(serviceOf(shop), { orderId, eventId, payload });
}

/** The CRM at work by itself. */
export function serviceOf({ crm }: SmallShop): SmallShop['crm'] {
  return { ...crm, actor: { id: 'service:crm', permissions: new Set() } };
}
