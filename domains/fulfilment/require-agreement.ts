import type { OrderPlaced } from '@octo/contracts/order-events.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import type { Order } from '../orders/index.ts';

/** Throws Conflict when a message tells something else of an order than the order itself. */
export function requireAgreement(order: Order, told: OrderPlaced): void {
  const isPlaced = order.status !== 'pending' && order.status !== 'failed';
  const disagreements = Object.entries({
    order_id: told.order_id === order.id,
    order_number: told.order_number === order.orderNumber,
    total: told.total === dollarsFromCents(order.totalCents),
    currency: told.currency === order.currency,
    payment_method: told.payment_method === order.paymentMethod,
    status: isPlaced,
  }).flatMap(([field, agrees]) => (agrees ? [] : field));
  if (disagreements.length === 0) return;
  const fields = disagreements.map((field) => ({ field, message: 'The order says something else.' }));
  const message = `The message contradicts order ${order.id} in ${disagreements.join(', ')}.`;
  throw new AppError('Conflict', 'fulfilment.contradicts_order', message, { fields });
}
