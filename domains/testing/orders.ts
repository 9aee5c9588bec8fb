import { addToCart } from '../cart/index.ts';
import type { CheckoutInput } from '../checkout/checkout-input.ts';
import type { Ctx } from '../context.ts';
import type { OrderLine } from '../orders/index.ts';
import type { OpenOrderInput } from '../orders/open-order.ts';
import { shopId } from './small-shop.ts';

const buyer = {
  shopId,
  currency: 'USD',
  customerName: 'Ada Buyer',
  customerEmail: 'ada@buyer.test',
  shippingAddress: 'Somewhere 1',
  paymentMethod: 'credit_card',
} as const;

let sessions = 0;

/** A visitor nobody has seen before. */
export function newSession(): string {
  sessions += 1;
  return `session-of-test-${sessions}`;
}

/** A session with these units of these products in its cart. */
export async function fillCart(ctx: Ctx, ...lines: { productId: number; quantity: number }[]): Promise<string> {
  const sessionId = newSession();
  for (const line of lines) await addToCart(ctx, { sessionId, shopId, ...line });
  return sessionId;
}

export function checkoutOf(sessionId: string, change: Partial<CheckoutInput> = {}): CheckoutInput {
  return { ...buyer, sessionId, paymentToken: 'tok_accepted', ...change };
}

export function lineOf(productId: number, quantity: number, unitPriceCents = 10_000): OrderLine {
  return { productId, quantity, unitPriceCents, name: `Drone ${productId}`, sku: `SKU-${productId}` };
}

export async function orderOf(
  ctx: Ctx,
  lines: OpenOrderInput['lines'],
  change: Partial<OpenOrderInput> = {},
): Promise<OpenOrderInput> {
  return { ...buyer, orderId: await ctx.ids.next(), sessionId: newSession(), lines, ...change };
}

/** The same context, so much later than its clock stands. */
export function later<C extends Pick<Ctx, 'clock'>>(ctx: C, milliseconds: number): C {
  const now = ctx.clock.now().getTime() + milliseconds;
  return { ...ctx, clock: { now: () => new Date(now) } };
}
