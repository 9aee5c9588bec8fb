import type { OrderRow } from '@octo/contracts/crm/order.ts';
import type { OrderSummary } from '@octo/domains/orders';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import { toInstant } from './instant.ts';

export function toWireOrderRow(order: OrderSummary): OrderRow {
  return {
    id: order.id,
    order_number: order.orderNumber,
    customer_id: order.customerId,
    customer_name: order.customerName,
    customer_email: order.customerEmail,
    status: order.status,
    payment_method: order.paymentMethod,
    payment_status: order.paymentStatus,
    total: dollarsFromCents(order.totalCents),
    currency: order.currency,
    created_at: toInstant(order.createdAt),
  };
}
