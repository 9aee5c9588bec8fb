// Fulfilment: what becomes of an order after it was placed. It is accepted once, billed, worked on step by step, held or
// cancelled; the order's own state follows each step in the same transaction.
import { businessAttributes as names } from '@octo/contracts/telemetry/business.ts';
import { traced } from '@octo/platform/telemetry/traced.ts';
import { acceptanceDelay } from '../metrics.ts';
import type { Order } from '../orders/index.ts';
import { acceptPlacedOrder as accept } from './accept-placed-order.ts';
import { advanceFulfilment as advance } from './advance-fulfilment.ts';
import { changeOrderStatus as change } from './change-order-status.ts';
import { getFulfilment as get } from './get-fulfilment.ts';
import { recordPayment as pay } from './record-payment.ts';

export { nextFulfilmentSteps } from './fulfilment-states.ts';
export type { OrderFulfilment } from './get-fulfilment.ts';

const moved = (order: Order) => ({ [names.orderId]: order.id, [names.orderStatus]: order.status });

export const { acceptPlacedOrder, advanceFulfilment, changeOrderStatus, getFulfilment, recordPayment } = traced(
  'fulfilment',
  {
    acceptPlacedOrder: accept,
    advanceFulfilment: advance,
    changeOrderStatus: change,
    getFulfilment: get,
    recordPayment: pay,
  },
  { acceptPlacedOrder: moved, advanceFulfilment: moved, changeOrderStatus: moved, recordPayment: moved },
  {
    acceptPlacedOrder: {
      done: ({ createdAt }, { clock }) => [[acceptanceDelay, (clock.now().getTime() - createdAt.getTime()) / 1000]],
    },
  },
);
