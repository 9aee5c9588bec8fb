import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { askRail, type RailPort } from './ask-rail.ts';
import type { ChargeRequest } from './payment-rail.ts';

/** Has the rail give back what was paid for an order. When it does not say that it did, this throws Unavailable, to be repeated. */
export async function refundCharge(ctx: Ctx & RailPort, request: Omit<ChargeRequest, 'token'>): Promise<void> {
  try {
    await askRail(ctx, (rail) => rail.refund(request));
  } catch (cause) {
    const message = 'The payment rail has not confirmed the refund. It is asked again.';
    throw new AppError('Unavailable', 'payments.refund_unknown', message, { retryAfterSeconds: 10, cause });
  }
}
