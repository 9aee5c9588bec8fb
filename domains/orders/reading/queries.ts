import { asAmount } from '@octo/platform/database/as-amount.ts';
import { contains } from '@octo/platform/database/contains.ts';
import { comesAfter, type Position } from '@octo/platform/paging/keyset.ts';
import { sql } from 'kysely';
import { query } from '../../context.ts';
import type { PaymentStatus } from '../../payments/index.ts';
import type { OrderStatus } from '../order-states.ts';
import { type OrderSort, orderSorts } from './order-sorts.ts';

export interface OrderFilter {
  search: string | undefined;
  status: OrderStatus | undefined;
  paymentStatus: PaymentStatus | undefined;
  customerId: number | undefined;
}

export interface OrderPage {
  filter: OrderFilter;
  sort: OrderSort;
  after: Position | undefined;
  offset: number;
  limit: number;
}

/** Placed, and neither failed nor cancelled since: in a pending order the money is still asked for. */
const isBought = sql<boolean>`status not in ('pending', 'failed', 'cancelled')`;

/** In this order they are the text of the index orders_search_ix. */
const searched = ['orderNumber', 'customerName', 'customerEmail'];

const summaryColumns = [
  'o.id',
  'o.orderNumber',
  'o.customerId',
  'o.customerName',
  'o.customerEmail',
  'o.status',
  'o.paymentMethod',
  'o.total',
  'o.currency',
  'o.createdAt',
  'p.status as paymentStatus',
] as const;

export const selectOrders = query.readVarying('orders.selectOrders', (db, input: OrderPage) => {
  const { search, status, paymentStatus, customerId } = input.filter;
  const sort = orderSorts[input.sort];
  let orders = db
    .selectFrom('orders as o')
    .innerJoin('payments as p', 'p.orderId', 'o.id')
    .select(summaryColumns)
    .orderBy(`o.${sort.column}`, sort.direction)
    .orderBy('o.id', sort.direction)
    .offset(input.offset)
    .fetch(input.limit);
  if (search !== undefined) orders = orders.where(contains(searched, search));
  if (status !== undefined) orders = orders.where('o.status', '=', status);
  if (paymentStatus !== undefined) orders = orders.where('p.status', '=', paymentStatus);
  if (customerId !== undefined) orders = orders.where('o.customerId', '=', customerId);
  if (input.after === undefined) return orders;
  return orders.where(comesAfter(sort, { value: `o.${sort.column}`, id: 'o.id' }, input.after));
});

/** An order with its payment, as whoever handles it sees it. */
export const selectOrderDetail = query.read('orders.selectOrderDetail', (db, input: { id: number }) =>
  db
    .selectFrom('orders as o')
    .innerJoin('payments as p', 'p.orderId', 'o.id')
    .where('o.id', '=', input.id)
    .select([
      ...summaryColumns,
      'o.shippingAddress',
      'o.notes',
      'o.subtotal',
      'o.discount',
      'o.shippingCost',
      'o.placedAt',
      'o.updatedAt',
      'o.version',
      'o.traceId',
      'p.amount',
      'p.provider',
      'p.providerReference',
      'p.declineCode',
      'p.updatedAt as paymentUpdatedAt',
    ]),
);

export const selectOrderEvents = query.read('orders.selectOrderEvents', (db, input: { orderId: number }) =>
  db
    .selectFrom('orderEvents')
    .where('orderId', '=', input.orderId)
    .orderBy('createdAt')
    .orderBy('id')
    .select(['id', 'eventType', 'fromStatus', 'toStatus', 'actor', 'details', 'traceId', 'createdAt']),
);

export const selectCustomerTotals = query.read('orders.selectCustomerTotals', (db, input: { customerId: number }) =>
  db
    .selectFrom('orders')
    .where('customerId', '=', input.customerId)
    .where(isBought)
    .select(({ fn }) => [
      fn.countAll<number>().as('orders'),
      asAmount(fn.coalesce(fn.sum('total'), sql<number>`0`)).as('spent'),
      fn.max<Date | null>('createdAt').as('lastOrderAt'),
    ]),
);

/** Where the newest orders of a customer were placed. */
export const selectCustomerTraces = query.read('orders.selectCustomerTraces', (db, input: { customerId: number }) =>
  db
    .selectFrom('orders')
    .where('customerId', '=', input.customerId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .fetch(20)
    .select(['id', 'orderNumber', 'traceId', 'createdAt']),
);

/** How many there are, and what those that were bought came to. */
export const selectOrderTotals = query.read('orders.selectOrderTotals', (db, input: { since: Date }) =>
  db
    .selectFrom('orders')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('orders'),
      fn
        .coalesce(
          fn.sum<number>(
            eb.case().when('createdAt', '>=', input.since).then(sql<number>`1`).else(sql<number>`0`).end(),
          ),
          sql<number>`0`,
        )
        .as('ordersSince'),
      asAmount(
        fn.coalesce(fn.sum(eb.case().when(isBought).then(eb.ref('total')).else(sql<string>`0`).end()), sql<number>`0`),
      ).as('revenue'),
    ]),
);
