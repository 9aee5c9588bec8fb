import type { OrdersStatus } from '../tables.ts';
import type { Random } from './random.ts';
import { dayMs, hourMs, minuteMs, plus } from './time.ts';

export type Outcome = 'fulfilled' | 'cancelled' | 'declined';

export interface Step {
  at: Date;
  event: string;
  /** The status this step leads to; a step without one leaves it as it is. */
  status?: OrdersStatus;
  actor: string;
}

const shop = 'service:shop';
const crm = 'service:crm';

/** Everything that happens to an order, also what lies in the future of `now`: see `stepsUntil`. */
export function orderTimeline(
  createdAt: Date,
  method: 'credit_card' | 'bank_transfer',
  outcome: Outcome,
  random: Random,
): Step[] {
  const created: Step = { at: createdAt, event: 'order.opened', status: 'pending', actor: shop };
  const railAnswer = plus(createdAt, random.between(250, 1800));
  if (outcome === 'declined')
    return [created, { at: railAnswer, event: 'order.failed', status: 'failed', actor: shop }];
  const placed: Step = { at: railAnswer, event: 'order.placed', status: 'placed', actor: shop };
  const accepted = acceptance(placed.at, method, random);
  const acceptedAt = accepted.at(-1)?.at ?? placed.at;
  if (outcome === 'cancelled') {
    const at = plus(acceptedAt, random.between(1, 20) * hourMs);
    return [created, placed, ...accepted, { at, event: 'order.cancelled', status: 'cancelled', actor: 'user:3' }];
  }
  return [created, placed, ...accepted, ...fulfilment(acceptedAt, random)];
}

function acceptance(placedAt: Date, method: 'credit_card' | 'bank_transfer', random: Random): Step[] {
  const decidedAt = plus(placedAt, random.between(200, 3000));
  if (method === 'credit_card') return [{ at: decidedAt, event: 'order.accepted', status: 'accepted', actor: crm }];
  const paidAt = plus(decidedAt, random.between(1, 4) * dayMs);
  return [
    { at: decidedAt, event: 'order.on_hold', status: 'on_hold', actor: crm },
    { at: paidAt, event: 'payment.received', actor: shop },
    { at: plus(paidAt, 1500), event: 'order.accepted', status: 'accepted', actor: crm },
  ];
}

function fulfilment(acceptedAt: Date, random: Random): Step[] {
  const picking = plus(acceptedAt, random.between(20 * minuteMs, 8 * hourMs));
  const packed = plus(picking, random.between(30 * minuteMs, 4 * hourMs));
  const shipped = plus(packed, random.between(4, 30) * hourMs);
  const delivered = plus(shipped, random.between(1.5, 5) * dayMs);
  return [
    { at: picking, event: 'order.fulfilling', status: 'fulfilling', actor: crm },
    { at: packed, event: 'fulfilment.packed', actor: crm },
    { at: shipped, event: 'order.shipped', status: 'shipped', actor: crm },
    { at: delivered, event: 'order.delivered', status: 'delivered', actor: crm },
  ];
}

export function stepsUntil(now: Date, timeline: readonly Step[]): Step[] {
  return timeline.filter((step) => step.at <= now);
}

export function statusAfter(steps: readonly Step[]): OrdersStatus {
  return steps.findLast((step) => step.status)?.status ?? 'pending';
}

export function whenDone(steps: readonly Step[], event: string): Date | null {
  return steps.find((step) => step.event === event)?.at ?? null;
}
