import type { OrderPlaced } from '@octo/contracts/order-events.ts';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import type { Order } from './order.ts';

/** What other services hear when an order is placed. */
export function orderPlaced(order: Order): OrderPlaced {
  return {
    order_id: order.id,
    order_number: order.orderNumber,
    customer_id: order.customerId,
    payment_method: order.paymentMethod,
    currency: order.currency,
    total: dollarsFromCents(order.totalCents),
    items: order.lines.map((line) => ({
      product_id: line.productId,
      quantity: line.quantity,
      unit_price: dollarsFromCents(line.unitPriceCents),
    })),
  };
}
