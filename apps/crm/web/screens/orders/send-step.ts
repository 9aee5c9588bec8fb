import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import type { advanceFulfilment, changeOrderStatus, recordPayment } from '@octo/contracts/crm/orders.ts';
import { request } from '@octo/ui/react/api/request.ts';
import type { StepName } from './order-steps.ts';

export interface ChosenStep {
  name: StepName;
  /** The reason, or the reference of a transfer. */
  text?: string;
  /** The order as it was seen when the step was chosen. */
  order: OrderDetail;
}

const statuses = { accept: 'accepted', release: 'accepted', hold: 'on_hold', cancel: 'cancelled' } as const;

/** Does a step, and answers with the order as it is then. Throws ApiProblem, a 409 when the order has moved meanwhile. */
export function sendStep({ name, text, order: { id, version } }: ChosenStep): Promise<OrderDetail> {
  const params = { id };
  if (name === 'pay')
    return request<typeof recordPayment>('POST /api/orders/:id/payment', { params, body: { reference: text ?? '' } });
  if (name === 'accept' || name === 'release' || name === 'hold' || name === 'cancel') {
    const body = { status: statuses[name], version, ...(text === undefined ? {} : { reason: text }) };
    return request<typeof changeOrderStatus>('PATCH /api/orders/:id/status', { params, body });
  }
  return request<typeof advanceFulfilment>('PATCH /api/orders/:id/fulfilment', { params, body: { status: name } });
}
