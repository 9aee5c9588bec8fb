import type { PlacedOrder } from '@octo/contracts/checkout.ts';
import { formatMoney } from '@octo/ui/format.ts';

export interface OrderStory {
  title: string;
  steps: readonly string[];
  payment: string;
}

const titles: Readonly<Record<string, string>> = {
  pending: 'We are confirming your order',
  failed: 'This order did not go through',
  cancelled: 'This order was cancelled',
  shipped: 'Your order is on its way',
  delivered: 'Your order has arrived',
};

const payments: Readonly<Record<string, string>> = {
  pending: 'not received yet',
  paid: 'paid',
  failed: 'failed, nothing was charged',
  refunded: 'refunded',
};

/** What the buyer is told about an order: where it stands and what comes next, in words. */
export function orderStory(order: PlacedOrder): OrderStory {
  const method = order.payment_method === 'credit_card' ? 'Card' : 'Bank transfer';
  return {
    title: titles[order.status] ?? `Thank you, ${order.customer_name}`,
    steps: nextSteps(order),
    payment: `${method}, ${payments[order.payment_status] ?? order.payment_status}`,
  };
}

function nextSteps(order: PlacedOrder): readonly string[] {
  switch (order.status) {
    case 'pending':
      return ['The bank has not answered yet. Reload this page in a minute; you will not be charged twice.'];
    case 'failed':
      return ['Nothing was charged, and the items are back on the shelf.', 'You can order again from your cart.'];
    case 'cancelled':
      return ['Nothing will be shipped. What you paid is returned the way it came.'];
    case 'shipped':
      return ['The parcel is with the carrier, on its way to the address below.'];
    case 'delivered':
      return ['The parcel was handed over. We wish you good flights.'];
    default:
      return placedSteps(order);
  }
}

function placedSteps(order: PlacedOrder): readonly string[] {
  const packing = 'We check the order and pack it. Your items are reserved.';
  const shipping = 'It ships to the address below.';
  if (order.payment_method === 'credit_card' || order.payment_status === 'paid') return [packing, shipping];
  const total = formatMoney(order.total, order.currency);
  return [
    `Transfer ${total} and quote order number ${order.order_number}.`,
    packing,
    `When the money has arrived, it ships.`,
  ];
}
