import type { Ctx } from '../context.ts';
import { askRail, type RailPort } from './ask-rail.ts';
import type { ChargeRequest, FoundCharge } from './payment-rail.ts';

/** What became of an order's charge, for good: an order that the rail never heard of cannot be charged afterwards. */
export async function settleCharge(ctx: Ctx & RailPort, request: Omit<ChargeRequest, 'token'>): Promise<FoundCharge> {
  const found = await askRail(ctx, (rail) => rail.find(request.orderId));
  return found ?? (await askRail(ctx, (rail) => rail.void(request)));
}
