import { type Static, Type } from 'typebox';
import { guarded } from '../endpoint.ts';
import { Cursor, Dollars, Id, Instant, Nullable, Offset, PageSize, SearchText } from '../scalars.ts';
import { OrderRow } from './order.ts';

export const Customer = Type.Object({
  id: Id,
  name: Type.String(),
  email: Type.String(),
  phone: Nullable(Type.String()),
  company: Nullable(Type.String()),
  industry: Nullable(Type.String()),
  revenue: Dollars,
  notes: Nullable(Type.String()),
  created_at: Instant,
  updated_at: Instant,
});
export type Customer = Static<typeof Customer>;

export const customerSorts = ['name', 'newest', 'revenue_desc'] as const;
export type CustomerSort = (typeof customerSorts)[number];

export const listCustomers = guarded({
  method: 'GET',
  path: '/api/customers',
  summary: 'Customers, by name unless sorted otherwise; search looks in name, e-mail and company',
  tag: 'Customers',
  access: 'customers.read',
  querystring: Type.Object({
    search: Type.Optional(SearchText),
    sort_by: Type.Optional(Type.Enum([...customerSorts])),
    limit: PageSize(200),
    after: Type.Optional(Cursor),
    offset: Offset,
  }),
  responses: { 200: Type.Object({ customers: Type.Array(Customer), next: Type.Optional(Cursor) }) },
});

export const CustomerTotals = Type.Object({
  orders: Type.Integer({ description: 'Orders that were placed and not cancelled' }),
  spent: Dollars,
  last_order_at: Nullable(Instant),
});

export const getCustomer = guarded({
  method: 'GET',
  path: '/api/customers/:id',
  summary: 'One customer with the totals and the newest twenty of their orders',
  tag: 'Customers',
  access: 'customers.read',
  params: Type.Object({ id: Id }),
  responses: {
    200: Type.Object({ customer: Customer, totals: CustomerTotals, orders: Type.Array(OrderRow) }),
  },
});
