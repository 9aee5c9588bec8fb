import type { Event } from '@octo/contracts/integrations.ts';
import { OrderCancelled, PaymentReceived } from '@octo/contracts/order-events.ts';
import type { CheckoutCtx } from '@octo/domains/checkout';
import { receiveMessage, unknownType, wasReceived } from '@octo/domains/messaging';
import { bookTransfer, refundCancelledOrder, releaseCancelledOrder } from '@octo/domains/orders';
import { faultyField } from '@octo/platform/errors/app-error.ts';
import { readerOf } from '@octo/platform/http/validation.ts';
import { centsFromDollars } from '@octo/platform/money/cents.ts';

type Received = Promise<'applied' | 'duplicate'>;

const readCancelled = readerOf(OrderCancelled, 'payload');
const readPayment = readerOf(PaymentReceived, 'payload');

/** Does what a message of the CRM asks for, once. Throws Invalid, NotFound, Conflict, and Unavailable when it is to come again. */
export async function receive(ctx: CheckoutCtx, event: Event): Received {
  // First of all: what comes again with other content is an attack, even where that content makes no sense.
  if (await wasReceived(ctx, { consumer: 'shop', event })) return 'duplicate';
  if (event.type === 'order.cancelled') return await receiveCancellation(ctx, event);
  if (event.type === 'payment.received') return await receivePayment(ctx, event);
  throw unknownType();
}

async function receiveCancellation(ctx: CheckoutCtx, event: Event): Received {
  const { order_id: orderId } = readCancelled(event.payload);
  const isRefunded = await refundCancelledOrder(ctx, { orderId });
  return await receiveMessage(ctx, { consumer: 'shop', event }, (ctx) =>
    releaseCancelledOrder(ctx, { orderId, isRefunded }),
  );
}

async function receivePayment(ctx: CheckoutCtx, event: Event): Received {
  const { order_id: orderId, amount, currency, reference } = readPayment(event.payload);
  const amountCents = centsFromDollars(amount);
  if (amountCents === undefined) throw noAmount();
  const transfer = { orderId, amountCents, currency, reference };
  return await receiveMessage(ctx, { consumer: 'shop', event }, (ctx) => bookTransfer(ctx, transfer));
}

function noAmount() {
  return faultyField('Invalid', 'http.invalid', 'payload.amount', 'An amount has two decimal places at most.');
}
