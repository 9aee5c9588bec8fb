import type { PaymentsMethod } from '@octo/database/tables.ts';
import { query } from '../context.ts';
import type { PaymentStatus } from './payment-states.ts';

interface NewPayment {
  id: number;
  orderId: number;
  method: PaymentsMethod;
  amount: string;
  currency: string;
  createdAt: Date;
  updatedAt: Date;
}

export const insertPayment = query.write('payments.insertPayment', (db, input: NewPayment) =>
  db.insertInto('payments').values({ ...input, status: 'pending' }),
);

interface Settlement {
  orderId: number;
  status: PaymentStatus;
  provider: string | null;
  providerReference: string | null;
  declineCode: string | null;
  updatedAt: Date;
}

/** A settled payment needs no sweeper any more: its lease ends with it. */
export const settlePendingPayment = query.write(
  'payments.settlePendingPayment',
  (db, { orderId, ...settlement }: Settlement) =>
    db
      .updateTable('payments')
      .set({ ...settlement, leaseOwner: null, leaseUntil: null })
      .where('orderId', '=', orderId)
      .where('status', '=', 'pending'),
);

export const refundPaidPayment = query.write(
  'payments.refundPaidPayment',
  (db, input: { orderId: number; updatedAt: Date }) =>
    db
      .updateTable('payments')
      .set({ status: 'refunded', updatedAt: input.updatedAt })
      .where('orderId', '=', input.orderId)
      .where('status', '=', 'paid'),
);
