import type { FulfilmentStatus, OrderDetail } from '@octo/contracts/crm/order.ts';
import { fulfilmentStatuses } from '../../parts/statuses.ts';
import { workSteps } from './order-steps.ts';

export interface Stage {
  name: FulfilmentStatus;
  label: string;
  state: 'done' | 'current' | 'ahead';
  /** When it was reached. */
  at: string | undefined;
}

type Handled = Pick<OrderDetail, 'status' | 'fulfilment' | 'events'>;

const stages: readonly FulfilmentStatus[] = ['queued', ...workSteps];
const reachedBy: Partial<Record<FulfilmentStatus, string>> = {
  picking: 'order.fulfilling',
  packed: 'fulfilment.packed',
  shipped: 'order.shipped',
  delivered: 'order.delivered',
};

/** The way of an order through the warehouse, and where on it the order stands. */
export function stagesOf(order: Handled): Stage[] {
  const status = order.fulfilment?.status;
  const here = status === undefined ? -1 : stages.indexOf(status);
  return stages.map((name, index) => {
    const at = whenReached(order, name);
    const isBehind = status === 'cancelled' ? at !== undefined : index < here;
    const isEnd = name === 'delivered' && status === name;
    const state = isBehind || isEnd ? 'done' : index === here ? 'current' : 'ahead';
    return { name, label: fulfilmentStatuses[name].label, state, at };
  });
}

function whenReached({ fulfilment, events }: Handled, name: Stage['name']): string | undefined {
  if (name === 'queued') return fulfilment?.started_at;
  return events.findLast(({ event_type }) => event_type === reachedBy[name])?.created_at;
}

/** Where it stands, in words. */
export function stageWords({ status, fulfilment }: Handled): string {
  if (fulfilment === null) return withoutWork(status);
  const { status: stage } = fulfilment;
  if (status === 'on_hold') return `${fulfilmentStatuses[stage].label}: rests while the order is on hold.`;
  return inWords[stage];
}

const inWords: Readonly<Record<NonNullable<OrderDetail['fulfilment']>['status'], string>> = {
  queued: 'Queued: picking has not started.',
  picking: 'Picking is under way.',
  packed: 'Packed and ready to be shipped.',
  shipped: 'Shipped, on its way to the customer.',
  delivered: 'Delivered: nothing is left to do.',
  cancelled: 'Stopped: the order was cancelled.',
};

function withoutWork(status: OrderDetail['status']): string {
  if (status === 'placed' || status === 'on_hold') return 'Starts when the order is accepted.';
  if (status === 'pending') return 'Starts when the order is placed and accepted.';
  return status === 'failed' ? 'Nothing to do: the order was not placed.' : 'Was never started.';
}
