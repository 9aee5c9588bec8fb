import { advanceFulfilment, changeOrderStatus, recordPayment } from '@octo/contracts/crm/orders.ts';
import {
  advanceFulfilment as advance,
  changeOrderStatus as change,
  recordPayment as record,
} from '@octo/domains/fulfilment';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount, requirePermission } from '../access.ts';
import type { Crm } from '../context.ts';
import { readOrderDetail } from '../order-detail.ts';

/** What operators do with an order; each step answers with the order as it is then. */
export function orderStepRoutes(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, changeOrderStatus, async ({ params, body, raw }) => {
    const ctx = contextOf(crm, raw);
    const { status: to, reason, version } = body;
    if (to === 'cancelled') requirePermission(ctx.actor, 'orders.cancel');
    await change(ctx, { orderId: params.id, to, reason, version });
    return await readOrderDetail(ctx, params.id);
  });

  mount(app, crm, advanceFulfilment, async ({ params, body, raw }) => {
    const ctx = contextOf(crm, raw);
    await advance(ctx, { orderId: params.id, to: body.status });
    return await readOrderDetail(ctx, params.id);
  });

  mount(app, crm, recordPayment, async ({ params, body, raw }) => {
    const ctx = contextOf(crm, raw);
    await record(ctx, { orderId: params.id, reference: body.reference });
    return await readOrderDetail(ctx, params.id);
  });
}
