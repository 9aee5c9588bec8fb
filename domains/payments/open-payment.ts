import type { PaymentMethod } from '@octo/contracts/checkout.ts';
import { decimalFromCents } from '@octo/platform/money/cents.ts';
import type { Ctx } from '../context.ts';
import { insertPayment } from './queries.ts';

export interface OpenPaymentInput {
  orderId: number;
  method: PaymentMethod;
  amountCents: number;
  currency: string;
}

/** Notes that an order is to be paid. Nothing is charged here. */
export async function openPayment(ctx: Ctx, input: OpenPaymentInput): Promise<void> {
  const now = ctx.clock.now();
  const { orderId, method, amountCents, currency } = input;
  await insertPayment(ctx.db, {
    id: await ctx.ids.next(),
    orderId,
    method,
    amount: decimalFromCents(amountCents),
    currency,
    createdAt: now,
    updatedAt: now,
  });
}
