import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { askRail, type RailPort } from './ask-rail.ts';
import type { ChargeRequest, ChargeResult } from './payment-rail.ts';

/** Asks the rail to charge. When the answer stays out or is a fault, the outcome is unknown and this throws Unavailable. */
export async function chargeOrder(ctx: Ctx & RailPort, request: ChargeRequest): Promise<ChargeResult> {
  try {
    return await askRail(ctx, (rail) => rail.charge(request));
  } catch (cause) {
    const message =
      'The card processor did not answer in time. We are checking: within a minute the order is either complete or not charged.';
    throw new AppError('Unavailable', 'payments.outcome_unknown', message, { retryAfterSeconds: 30, cause });
  }
}
