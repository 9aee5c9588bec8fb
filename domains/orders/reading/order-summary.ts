import type { PaymentMethod } from '@octo/contracts/checkout.ts';
import { centsFromDecimal } from '@octo/platform/money/cents.ts';
import type { PaymentStatus } from '../../payments/index.ts';
import type { OrderStatus } from '../order-states.ts';

/** An order as a row of a list. */
export interface OrderSummary {
  id: number;
  orderNumber: string;
  customerId: number;
  customerName: string;
  customerEmail: string;
  status: OrderStatus;
  paymentMethod: PaymentMethod;
  paymentStatus: PaymentStatus;
  totalCents: number;
  currency: string;
  createdAt: Date;
}

/** A row with its total in cents, and whatever else it holds. */
export function toSummary<Row extends { total: string }>({ total, ...row }: Row) {
  return { ...row, totalCents: centsFromDecimal(total) };
}
