import { listOrderMovements } from '@octo/domains/catalog';
import type { Ctx } from '@octo/domains/context';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { readOrderDetail } from '../../order-detail.ts';
import { type Found, nothingElse } from '../found.ts';
import { lineId } from '../ids.ts';
import { toXrayMovements } from '../own-movements.ts';
import { orderSteps, stockSteps } from '../steps.ts';

/** One line of an order, with what it took from stock. Throws NotFound. */
export async function findLine(ctx: Ctx, id: string): Promise<Found> {
  const { orderId, productId } = lineId(id);
  const [order, taken] = await Promise.all([readOrderDetail(ctx, orderId), listOrderMovements(ctx, { orderId })]);
  const line = order.items.find(({ product_id }) => product_id === productId);
  if (!line) throw new AppError('NotFound', 'orders.line_not_found', 'This order has no line of that product.');
  const movements = await toXrayMovements(
    ctx,
    taken.filter((movement) => movement.productId === productId),
  );
  const { currency } = order;
  return {
    ...nothingElse,
    title: line.name,
    about: `${line.sku}, line of ${order.order_number}`,
    path: `/orders/${orderId}`,
    money: [
      { label: 'Unit price', amount: line.unit_price, currency },
      { label: 'Line total', amount: line.line_total, currency },
    ],
    facts: [
      { label: 'Quantity', value: String(line.quantity) },
      { label: 'Order', value: order.order_number },
    ],
    movements,
    steps: [...orderSteps(order), ...stockSteps(movements)],
    decisiveTraceId: order.trace_id,
  };
}
