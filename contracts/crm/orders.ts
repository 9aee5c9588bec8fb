import { Type } from 'typebox';
import { guarded } from '../endpoint.ts';
import { Cursor, Id, Offset, PageSize, SearchText, Text } from '../scalars.ts';
import { OrderDetail, OrderRow, operatorStatuses, orderStatuses, PaymentStatus } from './order.ts';

export const orderSorts = ['newest', 'oldest', 'total_desc', 'total'] as const;
export type OrderSort = (typeof orderSorts)[number];

export const listOrders = guarded({
  method: 'GET',
  path: '/api/orders',
  summary: 'Orders, newest first unless sorted otherwise; search looks in order number, customer name and e-mail',
  tag: 'Orders',
  access: 'orders.read',
  querystring: Type.Object({
    search: Type.Optional(SearchText),
    status: Type.Optional(Type.Enum([...orderStatuses])),
    payment_status: Type.Optional(PaymentStatus),
    customer_id: Type.Optional(Id),
    sort_by: Type.Optional(Type.Enum([...orderSorts])),
    limit: PageSize(200),
    after: Type.Optional(Cursor),
    offset: Offset,
  }),
  responses: { 200: Type.Object({ orders: Type.Array(OrderRow), next: Type.Optional(Cursor) }) },
});

export const getOrder = guarded({
  method: 'GET',
  path: '/api/orders/:id',
  summary: 'One order with its customer, lines, payment, acceptance, fulfilment, invoice, events and deliveries',
  tag: 'Orders',
  access: 'orders.read',
  params: Type.Object({ id: Id }),
  responses: { 200: OrderDetail },
});

export const changeOrderStatus = guarded({
  method: 'PATCH',
  path: '/api/orders/:id/status',
  summary: 'Moves an order along its states; to cancel takes its own permission. 409 where no such step exists',
  tag: 'Orders',
  access: 'orders.manage',
  params: Type.Object({ id: Id }),
  body: Type.Object({
    status: Type.Enum([...operatorStatuses]),
    reason: Type.Optional(Text(500)),
    version: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  responses: { 200: OrderDetail },
});

export const advanceFulfilment = guarded({
  method: 'PATCH',
  path: '/api/orders/:id/fulfilment',
  summary: 'Moves the fulfilment of an order one step on; the order follows. 409 where no such step exists',
  tag: 'Orders',
  access: 'orders.manage',
  params: Type.Object({ id: Id }),
  body: Type.Object({ status: Type.Enum(['picking', 'packed', 'shipped', 'delivered']) }),
  responses: { 200: OrderDetail },
});

export const recordPayment = guarded({
  method: 'POST',
  path: '/api/orders/:id/payment',
  summary: 'Notes that the transfer for an order arrived in full; the shop books it, the invoice is paid',
  tag: 'Orders',
  access: 'payments.record',
  params: Type.Object({ id: Id }),
  body: Type.Object({ reference: Text(100) }),
  responses: { 200: OrderDetail },
});
