import type { Ctx } from '@octo/domains/context';
import { getCustomer } from '@octo/domains/customers';
import { getCustomerTotals, listCustomerTraces } from '@octo/domains/orders';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import { toInstant } from '../../wire/instant.ts';
import { type Found, nothingElse } from '../found.ts';
import { businessId } from '../ids.ts';
import { auditOf } from '../own-audit.ts';
import { auditSteps, step } from '../steps.ts';

/** A customer with the checkouts of their newest orders. Throws NotFound. */
export async function findCustomer(ctx: Ctx, id: string): Promise<Found> {
  const customerId = businessId(id);
  const [customer, totals, orders, audit] = await Promise.all([
    getCustomer(ctx, { customerId }),
    getCustomerTotals(ctx, { customerId }),
    listCustomerTraces(ctx, { customerId }),
    auditOf(ctx, `customers/${customerId}`),
  ]);
  const checkouts = orders.map(({ orderNumber: about, traceId, createdAt }) =>
    step('checkout', toInstant(createdAt), 'order.opened', { about, trace_id: traceId }),
  );
  return {
    ...nothingElse,
    title: customer.name,
    about: customer.company,
    path: `/customers/${customerId}`,
    money: [{ label: 'Spent', amount: dollarsFromCents(totals.spentCents), currency: 'USD' }],
    facts: [{ label: 'Orders', value: String(totals.orders) }],
    audit,
    steps: [...checkouts, ...auditSteps(audit)],
  };
}
