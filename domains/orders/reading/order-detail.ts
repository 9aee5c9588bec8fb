import { centsFromDecimal } from '@octo/platform/money/cents.ts';
import { type LineRow, type OrderLine, toLine } from '../order.ts';
import type { OrderStatus } from '../order-states.ts';
import { type OrderSummary, toSummary } from './order-summary.ts';

/** How an order is paid; who took the money, and their reference, are missing until somebody did. */
export interface OrderPayment {
  amountCents: number;
  provider: string | null;
  providerReference: string | null;
  declineCode: string | null;
  updatedAt: Date;
}

/** One entry in the story of an order. */
export interface OrderEvent {
  id: string;
  eventType: string;
  fromStatus: OrderStatus | null;
  toStatus: OrderStatus | null;
  actor: string;
  details: string | null;
  traceId: string | null;
  createdAt: Date;
}

export interface OrderDetail extends OrderSummary {
  shippingAddress: string;
  notes: string | null;
  subtotalCents: number;
  discountCents: number;
  shippingCents: number;
  placedAt: Date | null;
  updatedAt: Date;
  version: number;
  traceId: string | null;
  lines: OrderLine[];
  payment: OrderPayment;
  events: OrderEvent[];
}

type Amounts = 'totalCents' | 'subtotalCents' | 'discountCents' | 'shippingCents';
interface DetailRow extends Omit<OrderDetail, Amounts | 'lines' | 'payment' | 'events'> {
  total: string;
  subtotal: string;
  discount: string;
  shippingCost: string;
  amount: string;
  provider: string | null;
  providerReference: string | null;
  declineCode: string | null;
  paymentUpdatedAt: Date;
}

export function toDetail(row: DetailRow, lines: readonly LineRow[], events: OrderEvent[]): OrderDetail {
  const { subtotal, discount, shippingCost, amount, paymentUpdatedAt, ...rest } = row;
  const { provider, providerReference, declineCode, ...order } = rest;
  return {
    ...toSummary(order),
    subtotalCents: centsFromDecimal(subtotal),
    discountCents: centsFromDecimal(discount),
    shippingCents: centsFromDecimal(shippingCost),
    lines: lines.map(toLine),
    payment: {
      amountCents: centsFromDecimal(amount),
      provider,
      providerReference,
      declineCode,
      updatedAt: paymentUpdatedAt,
    },
    events,
  };
}
