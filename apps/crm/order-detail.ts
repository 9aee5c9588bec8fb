import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import type { Ctx } from '@octo/domains/context';
import { getFulfilment } from '@octo/domains/fulfilment';
import { nameActors } from '@octo/domains/identity';
import { listOrderDeliveries } from '@octo/domains/messaging';
import { getOrderDetail } from '@octo/domains/orders';
import { toWireOrderDetail } from './wire/order-detail.ts';

/** All that the CRM knows of an order, as it is shown. Throws NotFound. */
export async function readOrderDetail(ctx: Ctx, orderId: number): Promise<OrderDetail> {
  const [order, handling, deliveries] = await Promise.all([
    getOrderDetail(ctx, { orderId }),
    getFulfilment(ctx, { orderId }),
    listOrderDeliveries(ctx, { orderId }),
  ]);
  const actors = order.events.map(({ actor }) => actor);
  if (handling.acceptance) actors.push(handling.acceptance.decidedBy);
  const names = await nameActors(ctx, { actors });
  return toWireOrderDetail({ order, handling, deliveries, names });
}
