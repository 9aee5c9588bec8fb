import type { InvoicesStatus } from '@octo/database/tables.ts';
import { centsFromDecimal } from '@octo/platform/money/cents.ts';

export type InvoiceStatus = InvoicesStatus;

export interface Invoice {
  invoiceNumber: string;
  status: InvoiceStatus;
  amountCents: number;
  issuedAt: Date | null;
  dueAt: Date | null;
  paidAt: Date | null;
}

export function toInvoice({ amount, ...row }: Omit<Invoice, 'amountCents'> & { amount: string }): Invoice {
  return { ...row, amountCents: centsFromDecimal(amount) };
}
