import type { PaymentMethod } from '@octo/contracts/checkout.ts';
import { transact } from '@octo/platform/database/transact.ts';
import { decimalFromCents } from '@octo/platform/money/cents.ts';
import { reserveStock } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { findOrAddCustomer } from '../customers/index.ts';
import { openPayment } from '../payments/index.ts';
import { type OrderLine, totalOf } from './order.ts';
import { insertItems, insertOrder } from './queries.ts';
import { recordOrderEvent } from './record-order-event.ts';

export interface OpenOrderInput {
  orderId: number;
  shopId: number;
  currency: string;
  sessionId: string;
  customerName: string;
  customerEmail: string;
  shippingAddress: string;
  paymentMethod: PaymentMethod;
  notes?: string | undefined;
  lines: readonly [OrderLine, ...OrderLine[]];
}

export interface OpenedOrder {
  orderId: number;
  orderNumber: string;
  totalCents: number;
}

/** Makes a pending order with its lines, its stock and its open payment, all or nothing. Throws Conflict when stock is short. */
export async function openOrder(ctx: Ctx, input: OpenOrderInput): Promise<OpenedOrder> {
  const { orderId, lines } = input;
  if (lines.length === 0) throw new TypeError('an order has at least one line');
  const totalCents = totalOf(lines);
  const orderNumber = `OCTO-${orderId}`;
  await transact(ctx, async (ctx) => {
    // The customer before the stock, in every order: two buyers who wait for each other would wait for ever.
    const customerId = await findOrAddCustomer(ctx, { name: input.customerName, email: input.customerEmail });
    await insertOrder(ctx.db, toRow(ctx, input, { customerId, orderNumber, total: decimalFromCents(totalCents) }));
    await insertItems(ctx.db, { items: await toItems(ctx, orderId, lines) });
    await openPayment(ctx, { orderId, method: input.paymentMethod, amountCents: totalCents, currency: input.currency });
    await recordOrderEvent(ctx, { orderId, eventType: 'order.opened', from: null, to: 'pending' });
    await reserveStock(ctx, { orderId, needs: [...lines] });
  });
  return { orderId, orderNumber, totalCents };
}

function toRow(ctx: Ctx, input: OpenOrderInput, made: { customerId: number; orderNumber: string; total: string }) {
  const { orderId, shopId, customerName, customerEmail, shippingAddress, sessionId, paymentMethod, currency } = input;
  const now = ctx.clock.now();
  return {
    id: orderId,
    shopId,
    customerName,
    customerEmail,
    shippingAddress,
    sessionId,
    paymentMethod,
    currency,
    ...made,
    subtotal: made.total,
    notes: input.notes?.trim() || null,
    traceId: ctx.traceId,
    createdAt: now,
    updatedAt: now,
  };
}

async function toItems(ctx: Ctx, orderId: number, lines: readonly OrderLine[]) {
  const items = [];
  for (const line of lines) {
    items.push({
      id: await ctx.ids.next(),
      orderId,
      productId: line.productId,
      quantity: line.quantity,
      unitPrice: decimalFromCents(line.unitPriceCents),
      productName: line.name,
      productSku: line.sku,
    });
  }
  return items;
}
