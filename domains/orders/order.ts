import type { PaymentMethod } from '@octo/contracts/checkout.ts';
import { centsFromDecimal } from '@octo/platform/money/cents.ts';
import type { PaymentStatus } from '../payments/index.ts';
import type { OrderStatus } from './order-states.ts';

export interface OrderLine {
  productId: number;
  quantity: number;
  name: string;
  sku: string;
  unitPriceCents: number;
}

export interface Order {
  id: number;
  orderNumber: string;
  customerId: number;
  customerName: string;
  customerEmail: string;
  shippingAddress: string;
  sessionId: string | null;
  status: OrderStatus;
  paymentMethod: PaymentMethod;
  paymentStatus: PaymentStatus;
  currency: string;
  totalCents: number;
  traceId: string;
  /** Moves with every change of its progress. */
  version: number;
  createdAt: Date;
  lines: OrderLine[];
}

type OrderRow = Omit<Order, 'totalCents' | 'traceId' | 'lines'> & { total: string; traceId: string | null };
export interface LineRow {
  productId: number;
  quantity: number;
  productName: string;
  productSku: string;
  unitPrice: string;
}

export function toOrder({ total, traceId, ...row }: OrderRow, lines: readonly LineRow[]): Order {
  return { ...row, traceId: traceId ?? '', totalCents: centsFromDecimal(total), lines: lines.map(toLine) };
}

export function toLine(row: LineRow): OrderLine {
  return {
    productId: row.productId,
    quantity: row.quantity,
    name: row.productName,
    sku: row.productSku,
    unitPriceCents: centsFromDecimal(row.unitPrice),
  };
}

/** What the lines of an order cost together. */
export function totalOf(lines: readonly Pick<OrderLine, 'quantity' | 'unitPriceCents'>[]): number {
  return lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0);
}
