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
