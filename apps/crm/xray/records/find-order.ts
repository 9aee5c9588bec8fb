import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import type { XrayRecord } from '@octo/contracts/crm/xray.ts';
import { listOrderMovements } from '@octo/domains/catalog';
import type { Ctx } from '@octo/domains/context';
import { listOrderReceipts } from '@octo/domains/messaging';
import { readOrderDetail } from '../../order-detail.ts';
import type { Found } from '../found.ts';
import { businessId } from '../ids.ts';
import { auditOf } from '../own-audit.ts';
import { withReceipt } from '../own-deliveries.ts';
import { toXrayMovements } from '../own-movements.ts';
import { auditSteps, messageSteps, orderSteps, stockSteps } from '../steps.ts';

/** An order with all that was done about it. Throws NotFound. */
export async function findOrder(ctx: Ctx, id: string): Promise<Found> {
  const orderId = businessId(id);
  const [order, receipts, taken, audit] = await Promise.all([
    readOrderDetail(ctx, orderId),
    listOrderReceipts(ctx, { orderId }),
    listOrderMovements(ctx, { orderId }),
    auditOf(ctx, `orders/${orderId}`),
  ]);
  const movements = await toXrayMovements(ctx, taken);
  return {
    title: order.order_number,
    about: `${order.customer_name}, ${order.status.replace('_', ' ')}`,
    path: `/orders/${orderId}`,
    money: moneyOf(order),
    facts: [
      { label: 'Status', value: order.status.replace('_', ' ') },
      { label: 'Payment', value: order.payment.status },
      ...(order.invoice
        ? [{ label: 'Invoice', value: `${order.invoice.invoice_number}, ${order.invoice.status}` }]
        : []),
    ],
    deliveries: order.deliveries.map((delivery) => withReceipt(delivery, receipts)),
    movements,
    audit,
    steps: [...orderSteps(order), ...messageSteps(order.deliveries), ...stockSteps(movements), ...auditSteps(audit)],
    decisiveTraceId: order.trace_id,
  };
}

function moneyOf({ total, currency, payment, invoice }: OrderDetail): XrayRecord['money'] {
  const isTaken = payment.status === 'paid' || payment.status === 'refunded';
  return [
    { label: 'Total', amount: total, currency },
    { label: 'Paid', amount: isTaken ? payment.amount : 0, currency },
    { label: 'Refunded', amount: payment.status === 'refunded' ? payment.amount : 0, currency },
    ...(invoice ? [{ label: 'Invoiced', amount: invoice.status === 'void' ? 0 : invoice.amount, currency }] : []),
  ];
}
