import { sql } from 'kysely';
import { query } from '../context.ts';

export const selectCustomerIdByEmail = query.read('customers.selectCustomerIdByEmail', (db, input: { email: string }) =>
  db
    .selectFrom('customers')
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', eb.fn<string>('lower', [sql`${input.email}`])))
    .select('id'),
);

export interface NewCustomer {
  id: number;
  name: string;
  email: string;
  createdAt: Date;
  updatedAt: Date;
}

export const insertCustomer = query.insertIfAbsent('customers.insertCustomer', (db, input: NewCustomer) =>
  db.insertInto('customers').values(input),
);
