import type { Customer as WireCustomer, CustomerTotals as WireTotals } from '@octo/contracts/crm/customers.ts';
import type { Customer } from '@octo/domains/customers';
import type { CustomerTotals } from '@octo/domains/orders';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import type { Static } from 'typebox';
import { toInstant, toInstantOrNull } from './instant.ts';

export function toWireCustomer(customer: Customer): WireCustomer {
  return {
    id: customer.id,
    name: customer.name,
    email: customer.email,
    phone: customer.phone,
    company: customer.company,
    industry: customer.industry,
    revenue: dollarsFromCents(customer.revenueCents),
    notes: customer.notes,
    created_at: toInstant(customer.createdAt),
    updated_at: toInstant(customer.updatedAt),
  };
}

export function toWireTotals(totals: CustomerTotals): Static<typeof WireTotals> {
  return {
    orders: totals.orders,
    spent: dollarsFromCents(totals.spentCents),
    last_order_at: toInstantOrNull(totals.lastOrderAt),
  };
}
