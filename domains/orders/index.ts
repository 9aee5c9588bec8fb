// Orders: what was bought, by whom, for how much, and how far it is. An order is born pending with its lines, stock and
// payment in one transaction, and closed in another: placed and announced, or failed with its stock put back.
import { traced } from '@octo/platform/telemetry/traced.ts';
import { closePendingOrder as close } from './close-pending-order.ts';
import { getOrder as get } from './get-order.ts';
import { getSessionOrder as ofSession } from './get-session-order.ts';
import { lockOrderForUpdate as lock } from './lock-order-for-update.ts';
import { openOrder as open } from './open-order.ts';

export type { PaymentEnd } from './close-pending-order.ts';
export type { OpenedOrder } from './open-order.ts';
export type { Order, OrderLine } from './order.ts';

export const { closePendingOrder, getOrder, getSessionOrder, lockOrderForUpdate, openOrder } = traced(
  'orders',
  { closePendingOrder: close, getOrder: get, getSessionOrder: ofSession, lockOrderForUpdate: lock, openOrder: open },
  {
    openOrder: (opened) => ({ 'octo.order.id': opened.orderId }),
    closePendingOrder: (order) => ({ 'octo.order.id': order.id, 'octo.order.status': order.status }),
  },
);
