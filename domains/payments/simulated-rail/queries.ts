import { query } from '../../context.ts';

interface ChargeRow {
  orderId: number;
  status: 'charged' | 'declined' | 'voided';
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
