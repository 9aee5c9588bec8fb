import { decimalFromCents } from '@octo/platform/money/cents.ts';
import type { Position, Sort } from '@octo/platform/paging/keyset.ts';
import type { OrderSummary } from './order-summary.ts';

export type OrderSort = 'newest' | 'oldest' | 'total' | 'total_desc';

export const orderSorts: Readonly<Record<OrderSort, Sort<'createdAt' | 'total'>>> = {
  newest: { column: 'createdAt', kind: 'instant', direction: 'desc' },
  oldest: { column: 'createdAt', kind: 'instant', direction: 'asc' },
  total: { column: 'total', kind: 'amount', direction: 'asc' },
  total_desc: { column: 'total', kind: 'amount', direction: 'desc' },
};

export function positionOf(order: OrderSummary, sort: OrderSort): Position {
  const { column } = orderSorts[sort];
  return { value: column === 'total' ? decimalFromCents(order.totalCents) : order.createdAt, id: order.id };
}
