import type { OrderStatus } from '../orders/index.ts';
import type { FulfilmentStatus } from './fulfilment-states.ts';

/** The work on an accepted order. */
export interface Fulfilment {
  status: FulfilmentStatus;
  /** Names the work in logs and traces, across services. */
  workflowId: string;
  startedAt: Date;
  completedAt: Date | null;
  /** The order is on hold: nobody works on it. */
  isResting: boolean;
}

export function toFulfilment({
  orderStatus,
  ...row
}: Omit<Fulfilment, 'isResting'> & { orderStatus: OrderStatus }): Fulfilment {
  return { ...row, isResting: orderStatus === 'on_hold' };
}
