import type { OperatorStatus } from '@octo/contracts/crm/order.ts';
import type { OrdersStatus } from '@octo/database/tables.ts';

export type OrderStatus = OrdersStatus;

const next: Record<OrderStatus, readonly OrderStatus[]> = {
  pending: ['placed', 'failed'],
  placed: ['accepted', 'on_hold', 'cancelled'],
  failed: [],
  accepted: ['on_hold', 'fulfilling', 'cancelled'],
  on_hold: ['accepted', 'cancelled'],
  fulfilling: ['shipped', 'cancelled'],
  shipped: ['delivered'],
  delivered: [],
  cancelled: [],
};

/** Whether an order may go from one state to another. A step to itself is none. */
export function mayOrderBecome(from: OrderStatus, to: OrderStatus): boolean {
  return next[from].includes(to);
}

export const orderStatuses = Object.keys(next) as OrderStatus[];

/** Where an operator may move an order from here. The shop alone places and fails one. */
export function nextStatuses(order: { status: OrderStatus }): OperatorStatus[] {
  return next[order.status].filter(isForOperators);
}

function isForOperators(status: OrderStatus): status is OperatorStatus {
  return status !== 'pending' && status !== 'placed' && status !== 'failed';
}
