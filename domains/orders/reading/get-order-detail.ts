import { faultyField } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../../context.ts';
import { selectItems } from '../queries.ts';
import { type OrderDetail, toDetail } from './order-detail.ts';
import { selectOrderDetail, selectOrderEvents } from './queries.ts';

/** All that is known of an order here: lines, payment and its story. Throws NotFound. */
export async function getOrderDetail(ctx: Pick<Ctx, 'db'>, input: { orderId: number }): Promise<OrderDetail> {
  const { orderId } = input;
  const [[row], lines, events] = await Promise.all([
    selectOrderDetail(ctx.db, { id: orderId }),
    selectItems(ctx.db, { orderId }),
    selectOrderEvents(ctx.db, { orderId }),
  ]);
  if (!row) throw faultyField('NotFound', 'orders.not_found', 'id', 'This order does not exist.');
  return toDetail(row, lines, events);
}
