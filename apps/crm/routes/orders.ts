import { getOrder, listOrders as listOrdersEndpoint } from '@octo/contracts/crm/orders.ts';
import { listOrders } from '@octo/domains/orders';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';
import { readOrderDetail } from '../order-detail.ts';
import { toWireOrderRow } from '../wire/order-row.ts';

/** What was ordered; how it is moved on stands in routes/order-steps.ts. */
export function orderRoutes(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, listOrdersEndpoint, async ({ query, raw }) => {
    const { payment_status: paymentStatus, customer_id: customerId, sort_by: sort, ...rest } = query;
    const { orders, next } = await listOrders(contextOf(crm, raw), { ...rest, paymentStatus, customerId, sort });
    return { orders: orders.map(toWireOrderRow), ...(next === undefined ? {} : { next }) };
  });

  mount(app, crm, getOrder, async ({ params, raw }) => readOrderDetail(contextOf(crm, raw), params.id));
}
