import type { Ctx } from '@octo/domains/context';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { readOrderDetail } from '../../order-detail.ts';
import { type Found, nothingElse } from '../found.ts';
import { businessId } from '../ids.ts';
import { orderSteps } from '../steps.ts';

/** What of the life of an order is about its bill. */
const isAboutMoney = /^(order\.(placed|accepted|cancelled)|payment\..+)$/;

/** The invoice of an order. Throws NotFound. */
export async function findInvoice(ctx: Ctx, id: string): Promise<Found> {
  const orderId = businessId(id);
  const order = await readOrderDetail(ctx, orderId);
  const { invoice, currency, payment } = order;
  if (!invoice) throw new AppError('NotFound', 'invoices.not_found', 'This order has no invoice.');
  return {
    ...nothingElse,
    title: invoice.invoice_number,
    about: `Invoice of ${order.order_number}, ${invoice.status}`,
    path: `/orders/${orderId}`,
    money: [
      { label: 'Amount', amount: invoice.amount, currency },
      // One that is void may have been paid before.
      { label: 'Paid', amount: invoice.paid_at === null ? 0 : invoice.amount, currency },
      { label: 'Refunded', amount: payment.status === 'refunded' ? payment.amount : 0, currency },
    ],
    facts: [
      { label: 'Order', value: order.order_number },
      { label: 'Status', value: invoice.status },
    ],
    steps: orderSteps(order).filter(({ name }) => isAboutMoney.test(name)),
    decisiveTraceId: order.acceptance?.trace_id ?? order.trace_id,
  };
}
