import type { FulfilmentsStatus } from '@octo/database/tables.ts';
import type { OrderStatus } from '../orders/index.ts';

export type FulfilmentStatus = FulfilmentsStatus;
/** A step that somebody in the warehouse does. */
export type FulfilmentStep = Extract<FulfilmentStatus, 'picking' | 'packed' | 'shipped' | 'delivered'>;

const next: Record<FulfilmentStatus, readonly FulfilmentStep[]> = {
  queued: ['picking'],
  picking: ['packed'],
  packed: ['shipped'],
  shipped: ['delivered'],
  delivered: [],
  cancelled: [],
};

/** The steps that can be done now: none while the order is on hold. */
export function nextFulfilmentSteps(fulfilment: { status: FulfilmentStatus; isResting: boolean }): FulfilmentStep[] {
  return fulfilment.isResting ? [] : [...next[fulfilment.status]];
}

export type FulfilmentEnd = FulfilmentStep | 'cancelled';

/** What an order is once its fulfilment is there. */
export const orderStatusAt: Readonly<Record<FulfilmentEnd, OrderStatus>> = {
  picking: 'fulfilling',
  packed: 'fulfilling',
  shipped: 'shipped',
  delivered: 'delivered',
  cancelled: 'cancelled',
};
