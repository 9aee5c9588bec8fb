import { faultyField } from '@octo/platform/errors/app-error.ts';
import type { Order } from '../order.ts';

/** The CRM moves an order before it tells of it: whoever tells of another one is mistaken. */
export function requireCancelled({ status }: Order): void {
  if (status === 'cancelled') return;
  throw faultyField('Conflict', 'orders.not_cancelled', 'order_id', `This order is ${status}, and not cancelled.`);
}
