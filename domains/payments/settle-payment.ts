import type { Ctx } from '../context.ts';
import type { PaymentStatus } from './payment-states.ts';
import { settlePendingPayment } from './queries.ts';

export interface SettlePaymentInput {
  orderId: number;
  status: Extract<PaymentStatus, 'paid' | 'failed'>;
  provider: string | null;
  reference?: string | undefined;
  declineCode?: string | undefined;
}

/** Books the end of a pending payment. Throws when it is no longer pending: the caller holds the order and must have seen that. */
export async function settlePayment(ctx: Ctx, input: SettlePaymentInput): Promise<void> {
  const settled = await settlePendingPayment(ctx.db, {
    orderId: input.orderId,
    status: input.status,
    provider: input.provider,
    providerReference: input.reference ?? null,
    declineCode: input.declineCode ?? null,
    updatedAt: ctx.clock.now(),
  });
  if (settled !== 1) throw new Error(`payment of order ${input.orderId} is not pending`);
}
