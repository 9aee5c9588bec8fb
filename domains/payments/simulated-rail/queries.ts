import { query } from '../../context.ts';

interface ChargeRow {
  orderId: number;
  status: 'charged' | 'declined' | 'voided' | 'refunded';
  amount: string;
  currency: string;
  reference: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export const insertCharge = query.insertIfAbsent('payments.insertCharge', (db, input: ChargeRow) =>
  db.insertInto('simulatedCharges').values(input),
);

export const selectCharge = query.read('payments.selectCharge', (db, input: { orderId: number }) =>
  db.selectFrom('simulatedCharges').where('orderId', '=', input.orderId).select(['status', 'reference']),
);

export const markRefunded = query.write(
  'payments.markRefunded',
  (db, input: { orderId: number; reference: string; updatedAt: Date }) =>
    db
      .updateTable('simulatedCharges')
      .set({ status: 'refunded', reference: input.reference, updatedAt: input.updatedAt })
      .where('orderId', '=', input.orderId)
      .where('status', '=', 'charged'),
);
