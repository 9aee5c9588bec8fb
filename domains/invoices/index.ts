// Invoices: what an order is billed with, from its acceptance until it is paid or taken back. An order has one at most.
import { traced } from '@octo/platform/telemetry/traced.ts';
import { countOpenInvoices as countOpen } from './count-open-invoices.ts';
import { findInvoice as find } from './find-invoice.ts';
import { issueInvoice as issue } from './issue-invoice.ts';
import { payInvoice as pay } from './pay-invoice.ts';
import { voidInvoice as takeBack } from './void-invoice.ts';

export type { Invoice } from './invoice.ts';

export const { countOpenInvoices, findInvoice, issueInvoice, payInvoice, voidInvoice } = traced('invoices', {
  countOpenInvoices: countOpen,
  findInvoice: find,
  issueInvoice: issue,
  payInvoice: pay,
  voidInvoice: takeBack,
});
