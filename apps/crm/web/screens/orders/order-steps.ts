import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import type { Permission } from '@octo/contracts/crm/permissions.ts';

export const workSteps = ['picking', 'packed', 'shipped', 'delivered'] as const;
export type WorkStep = (typeof workSteps)[number];

/** What an operator does with an order. */
export type StepName = 'accept' | 'release' | 'pay' | WorkStep | 'hold' | 'cancel';

export interface OrderSteps {
  /** What is due now. */
  main: StepName | undefined;
  /** What else can be done, the most usual last. */
  others: StepName[];
}

export type SteppedOrder = Pick<OrderDetail, 'status' | 'next_statuses' | 'payment' | 'fulfilment' | 'events'>;

/** On the button; three dots where something is asked first. */
export const stepLabels: Readonly<Record<StepName, string>> = {
  accept: 'Accept',
  release: 'Release the hold',
  pay: 'Record payment…',
  picking: 'Start picking',
  packed: 'Mark packed',
  shipped: 'Mark shipped',
  delivered: 'Mark delivered',
  hold: 'Hold…',
  cancel: 'Cancel order…',
};

/** What can be done with an order as it is now, by somebody who may do so much. */
export function stepsOf(order: SteppedOrder, can: (permission: Permission) => boolean): OrderSteps {
  const offered: StepName[] = [];
  if (can('orders.manage')) {
    if (order.next_statuses.includes('cancelled') && can('orders.cancel')) offered.push('cancel');
    if (order.next_statuses.includes('on_hold')) offered.push('hold');
    if (order.next_statuses.includes('accepted')) offered.push(order.status === 'on_hold' ? 'release' : 'accept');
    offered.push(...workSteps.filter((step) => order.fulfilment?.next_steps.includes(step)));
  }
  if (isTransferOpen(order) && can('payments.record')) offered.push('pay');
  const main = offered.find((step) => step === dueStep(order));
  return { main, others: offered.filter((step) => step !== main) };
}

/** Whether a transfer for it has yet to arrive. The shop books it a moment after it was recorded here. */
export function isTransferOpen(order: SteppedOrder): boolean {
  const { method, status } = order.payment;
  const isWanted = !['pending', 'failed', 'cancelled'].includes(order.status);
  return method === 'bank_transfer' && status === 'pending' && isWanted && !isTransferRecorded(order);
}

export function isTransferRecorded({ events }: Pick<OrderDetail, 'events'>): boolean {
  return events.some(({ event_type }) => event_type === 'payment.recorded');
}

/** An unpaid order waits for its transfer before anything else. */
function dueStep(order: SteppedOrder): StepName | undefined {
  const { status, fulfilment } = order;
  if (status !== 'placed' && status !== 'on_hold')
    return workSteps.find((step) => fulfilment?.next_steps.includes(step));
  if (isTransferOpen(order)) return 'pay';
  return status === 'placed' ? 'accept' : 'release';
}
