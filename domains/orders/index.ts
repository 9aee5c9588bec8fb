// Orders: what was bought, by whom, for how much, and how far it is. An order is born pending with its lines, stock and
// payment in one transaction, and closed in another: placed and announced, or failed with its stock put back.
import { businessAttributes as names } from '@octo/contracts/telemetry/business.ts';
import { traced } from '@octo/platform/telemetry/traced.ts';
import {
  lostValue,
  ordersAccepted,
  ordersCancelled,
  ordersFailed,
  ordersHeld,
  ordersPlaced,
  orderValue,
} from '../metrics.ts';
import { closePendingOrder as close } from './close-pending-order.ts';
import { bookTransfer as book } from './from-crm/book-transfer.ts';
import { refundCancelledOrder as refund } from './from-crm/refund-cancelled-order.ts';
import { releaseCancelledOrder as release } from './from-crm/release-cancelled-order.ts';
import { getOrder as get } from './get-order.ts';
import { getSessionOrder as ofSession } from './get-session-order.ts';
import { lockOrderForUpdate as lock } from './lock-order-for-update.ts';
import { moveOrder as move } from './move-order.ts';
import { noteProgress as note } from './note-progress.ts';
import { openOrder as open } from './open-order.ts';
import { getCustomerTotals as totals } from './reading/get-customer-totals.ts';
import { getOrderDetail as detail } from './reading/get-order-detail.ts';
import { getOrderTotals as allTotals } from './reading/get-order-totals.ts';
import { listCustomerTraces as traces } from './reading/list-customer-traces.ts';
import { listOrders as list } from './reading/list-orders.ts';

export type { PaymentEnd } from './close-pending-order.ts';
export type { OpenedOrder } from './open-order.ts';
export type { Order, OrderLine } from './order.ts';
export { nextStatuses, type OrderStatus } from './order-states.ts';
export type { CustomerTotals } from './reading/get-customer-totals.ts';
export type { OrderTotals } from './reading/get-order-totals.ts';
export type { OrderTrace } from './reading/list-customer-traces.ts';
export type { OrderDetail } from './reading/order-detail.ts';
export type { OrderSummary } from './reading/order-summary.ts';
export { stepRefused } from './step-refused.ts';

export const { closePendingOrder, getOrder, getSessionOrder, lockOrderForUpdate, openOrder } = traced(
  'orders',
  { closePendingOrder: close, getOrder: get, getSessionOrder: ofSession, lockOrderForUpdate: lock, openOrder: open },
  {
    openOrder: (opened) => ({ [names.orderId]: opened.orderId }),
    closePendingOrder: (order) => ({ [names.orderId]: order.id, [names.orderStatus]: order.status }),
  },
  {
    closePendingOrder: {
      done: ({ status, paymentMethod, totalCents }) => {
        const by = { [names.paymentMethod]: paymentMethod };
        const [count, worth] = status === 'failed' ? [ordersFailed, lostValue] : [ordersPlaced, orderValue];
        return [
          [count, 1, by],
          [worth, totalCents / 100, by],
        ];
      },
    },
  },
);

export const { getCustomerTotals, getOrderDetail, getOrderTotals, listCustomerTraces, listOrders } = traced(
  'orders',
  {
    getCustomerTotals: totals,
    getOrderDetail: detail,
    getOrderTotals: allTotals,
    listCustomerTraces: traces,
    listOrders: list,
  },
  { getOrderDetail: (order) => ({ [names.orderId]: order.id }) },
);

export const { moveOrder, noteProgress } = traced(
  'orders',
  { moveOrder: move, noteProgress: note },
  {
    moveOrder: (order) => ({ [names.orderId]: order.id, [names.orderStatus]: order.status }),
    noteProgress: (order) => ({ [names.orderId]: order.id }),
  },
  {
    moveOrder: {
      done: ({ status }) => {
        if (status === 'accepted') return [[ordersAccepted, 1]];
        if (status === 'on_hold') return [[ordersHeld, 1]];
        return status === 'cancelled' ? [[ordersCancelled, 1]] : [];
      },
    },
  },
);

export const { bookTransfer, refundCancelledOrder, releaseCancelledOrder } = traced(
  'orders',
  { bookTransfer: book, refundCancelledOrder: refund, releaseCancelledOrder: release },
  {
    bookTransfer: (order) => ({ [names.orderId]: order.id }),
    releaseCancelledOrder: (order) => ({ [names.orderId]: order.id }),
  },
);
