import { contains } from '@octo/platform/database/contains.ts';
import { comesAfter, type Position } from '@octo/platform/paging/keyset.ts';
import { sql } from 'kysely';
import { query } from '../context.ts';
import { type CustomerSort, customerSorts } from './customer-sorts.ts';

/** As the unique index customers_email_uq has it. */
function hasEmail(email: string) {
  return sql<boolean>`lower(${sql.ref('email')}) = lower(${email})`;
}

export const selectCustomerIdByEmail = query.read('customers.selectCustomerIdByEmail', (db, input: { email: string }) =>
  db.selectFrom('customers').where(hasEmail(input.email)).select('id'),
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

const columns = [
  'id',
  'name',
  'email',
  'phone',
  'company',
  'industry',
  'revenue',
  'notes',
  'createdAt',
  'updatedAt',
] as const;

/** In this order they are the text of the index customers_search_ix. */
const searched = ['name', 'email', 'company'];

export interface CustomerPage {
  search: string | undefined;
  sort: CustomerSort;
  after: Position | undefined;
  offset: number;
  limit: number;
}

export const selectCustomers = query.readVarying('customers.selectCustomers', (db, input: CustomerPage) => {
  const { search, after } = input;
  const sort = customerSorts[input.sort];
  let customers = db
    .selectFrom('customers')
    .select(columns)
    .orderBy(sort.column, sort.direction)
    .orderBy('id', sort.direction)
    .offset(input.offset)
    .fetch(input.limit);
  if (search !== undefined) customers = customers.where(contains(searched, search));
  return after === undefined ? customers : customers.where(comesAfter(sort, { value: sort.column, id: 'id' }, after));
});

export const selectCustomer = query.read('customers.selectCustomer', (db, input: { id: number }) =>
  db.selectFrom('customers').where('id', '=', input.id).select(columns),
);

export const selectCustomerByEmail = query.read('customers.selectCustomerByEmail', (db, input: { email: string }) =>
  db.selectFrom('customers').where(hasEmail(input.email)).select(columns),
);
