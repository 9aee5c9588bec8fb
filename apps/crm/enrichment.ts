import { createHash } from 'node:crypto';
import type { Enrichment } from '@octo/contracts/integrations.ts';
import type { Ctx } from '@octo/domains/context';
import { type Customer, getCustomer, getCustomerByEmail, segmentOf } from '@octo/domains/customers';
import { countOpenInvoices } from '@octo/domains/invoices';
import { getCustomerTotals } from '@octo/domains/orders';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import type { Crm } from './context.ts';
import { toWireTotals } from './wire/customer.ts';
import { toInstant } from './wire/instant.ts';

export interface WhichCustomer {
  email?: string | undefined;
  customer_id?: number | undefined;
}

/** What the CRM knows of a customer, up to half a minute old. Throws Invalid unless it is told who by one means, NotFound. */
export async function readEnrichment(crm: Crm, ctx: Ctx, who: WhichCustomer): Promise<Enrichment> {
  const { email, customer_id: customerId } = who;
  if ((email === undefined) === (customerId === undefined)) throw notOne(email === undefined);
  if (customerId !== undefined)
    return await crm.cache.get(`enrichment of ${customerId}`, () => enrich(ctx, getCustomer(ctx, { customerId })));
  const address = String(email);
  return await crm.cache.get(`enrichment of e-mail ${keyOf(address)}`, () =>
    enrich(ctx, getCustomerByEmail(ctx, { email: address })),
  );
}

async function enrich(ctx: Ctx, found: Promise<Customer>): Promise<Enrichment> {
  const customer = await found;
  const [totals, openInvoices] = await Promise.all([
    getCustomerTotals(ctx, { customerId: customer.id }),
    countOpenInvoices(ctx, { customerId: customer.id }),
  ]);
  return {
    customer_id: customer.id,
    name: customer.name,
    company: customer.company,
    industry: customer.industry,
    segment: segmentOf(customer, totals.spentCents),
    revenue: dollarsFromCents(customer.revenueCents),
    totals: toWireTotals(totals),
    invoices_open: openInvoices,
    customer_since: toInstant(customer.createdAt),
  };
}

/** An e-mail is kept by its hash: what is cached can be looked at without learning who buys. */
function keyOf(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('hex');
}

function notOne(hasNeither: boolean): AppError {
  const message = hasNeither
    ? 'Say whom you ask for: give email or customer_id.'
    : 'Give email or customer_id, not both.';
  const fault = hasNeither ? 'is required, unless customer_id is given' : 'must not come with customer_id';
  return new AppError('Invalid', 'customers.email_or_id', message, { fields: [{ field: 'email', message: fault }] });
}
