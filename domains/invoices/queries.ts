import type { InvoicesStatus } from '@octo/database/tables.ts';
import { query } from '../context.ts';

interface NewInvoice {
  id: number;
  invoiceNumber: string;
  orderId: number;
  customerId: number;
  amount: string;
  currency: string;
  status: InvoicesStatus;
  issuedAt: Date;
  dueAt: Date;
  paidAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export const insertInvoice = query.insertIfAbsent('invoices.insertInvoice', (db, input: NewInvoice) =>
  db.insertInto('invoices').values(input),
);

export const selectInvoice = query.read('invoices.selectInvoice', (db, input: { orderId: number }) =>
  db
    .selectFrom('invoices')
    .where('orderId', '=', input.orderId)
    .select(['invoiceNumber', 'status', 'amount', 'issuedAt', 'dueAt', 'paidAt']),
);

export const settleInvoice = query.write(
  'invoices.settleInvoice',
  (db, input: { orderId: number; paidAt: Date; updatedAt: Date }) =>
    db
      .updateTable('invoices')
      .set((eb) => ({
        status: 'paid',
        paidAt: input.paidAt,
        updatedAt: input.updatedAt,
        version: eb('version', '+', 1),
      }))
      .where('orderId', '=', input.orderId)
      .where('status', 'in', ['issued', 'overdue']),
);

export const cancelInvoice = query.write('invoices.cancelInvoice', (db, input: { orderId: number; updatedAt: Date }) =>
  db
    .updateTable('invoices')
    .set((eb) => ({ status: 'void', updatedAt: input.updatedAt, version: eb('version', '+', 1) }))
    .where('orderId', '=', input.orderId)
    .where('status', '<>', 'void'),
);

export const countOpen = query.read('invoices.countOpen', (db, input: { customerId: number }) =>
  db
    .selectFrom('invoices')
    .where('customerId', '=', input.customerId)
    .where('status', 'in', ['issued', 'overdue'])
    .select(({ fn }) => fn.countAll<number>().as('invoices')),
);
