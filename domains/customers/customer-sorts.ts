import { decimalFromCents } from '@octo/platform/money/cents.ts';
import type { Position, Sort } from '@octo/platform/paging/keyset.ts';
import type { Customer } from './customer.ts';

export type CustomerSort = 'name' | 'newest' | 'revenue_desc';

export const customerSorts: Readonly<Record<CustomerSort, Sort<'name' | 'createdAt' | 'revenue'>>> = {
  name: { column: 'name', kind: 'text', direction: 'asc' },
  newest: { column: 'createdAt', kind: 'instant', direction: 'desc' },
  revenue_desc: { column: 'revenue', kind: 'amount', direction: 'desc' },
};

export function positionOf(customer: Customer, sort: CustomerSort): Position {
  const { column } = customerSorts[sort];
  return { value: column === 'revenue' ? decimalFromCents(customer.revenueCents) : customer[column], id: customer.id };
}
