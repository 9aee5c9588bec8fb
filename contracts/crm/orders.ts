import { type Static, Type } from 'typebox';
import { paymentMethods } from '../checkout.ts';
import { guarded } from '../endpoint.ts';
import { Cursor, Dollars, Id, Instant, Nullable, Offset, PageSize, SearchText, Text } from '../scalars.ts';

export const orderStatuses = [
  'pending',
  'placed',
  'failed',
  'accepted',
  'on_hold',
  'fulfilling',
  'shipped',
  'delivered',
  'cancelled',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** What an operator may set; the shop alone places and fails orders. */
export const operatorStatuses = ['accepted', 'on_hold', 'fulfilling', 'shipped', 'delivered', 'cancelled'] as const;
export type OperatorStatus = (typeof operatorStatuses)[number];

export const fulfilmentSteps = ['queued', 'picking', 'packed', 'shipped', 'delivered', 'cancelled'] as const;
export type FulfilmentStep = (typeof fulfilmentSteps)[number];

const PaymentStatus = Type.Enum(['pending', 'paid', 'failed', 'refunded']);

export const OrderRow = Type.Object({
  id: Id,
  order_number: Type.String(),
  customer_id: Id,
  customer_name: Type.String(),
  customer_email: Type.String(),
  status: Type.Enum([...orderStatuses]),
  payment_method: Type.Enum([...paymentMethods]),
  payment_status: PaymentStatus,
  total: Dollars,
  currency: Type.String(),
  created_at: Instant,
});
export type OrderRow = Static<typeof OrderRow>;

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

export const OrderSync = Type.Object({
  status: Type.Enum(['pending', 'accepted', 'failed']),
  accepted_at: Nullable(Instant),
  deliveries: Type.Integer({ description: 'How often the order was sent to the CRM' }),
  acceptances: Type.Integer({ description: 'How often it was accepted: 0 or 1' }),
});
export type OrderSync = Static<typeof OrderSync>;

export const Delivery = Type.Object({
  event_id: Type.String(),
  event_type: Type.String(),
  consumer: Type.String(),
  state: Type.Enum(['waiting', 'retrying', 'delivered', 'dead', 'discarded']),
  attempts: Type.Integer(),
  created_at: Instant,
  delivered_at: Nullable(Instant),
  next_attempt_at: Nullable(Instant),
  last_error: Nullable(Type.String()),
  order_id: Nullable(Id),
});
export type Delivery = Static<typeof Delivery>;

export const OrderDetail = Type.Object({
  ...OrderRow.properties,
  shipping_address: Type.String(),
  notes: Nullable(Type.String()),
  subtotal: Dollars,
  discount: Dollars,
  shipping_cost: Dollars,
  placed_at: Nullable(Instant),
  updated_at: Instant,
  version: Type.Integer(),
  trace_id: Nullable(Type.String({ description: 'The trace of the checkout' })),
  next_statuses: Type.Array(Type.Enum([...operatorStatuses]), {
    description: 'Where an operator may move it from here',
  }),
  items: Type.Array(
    Type.Object({
      product_id: Id,
      name: Type.String(),
      sku: Type.String(),
      quantity: Type.Integer(),
      unit_price: Dollars,
      line_total: Dollars,
    }),
  ),
  payment: Type.Object({
    method: Type.Enum([...paymentMethods]),
    status: PaymentStatus,
    amount: Dollars,
    provider: Nullable(Type.String()),
    provider_reference: Nullable(Type.String()),
    decline_code: Nullable(Type.String()),
    updated_at: Instant,
  }),
  acceptance: Nullable(
    Type.Object({
      decision: Type.Enum(['accepted', 'on_hold', 'rejected']),
      reason: Nullable(Type.String()),
      anomalies: Type.Array(Type.Object({ code: Type.String(), description: Type.String() })),
      decided_by: Type.String(),
      trace_id: Nullable(Type.String()),
      accepted_at: Instant,
    }),
  ),
  fulfilment: Nullable(
    Type.Object({
      status: Type.Enum([...fulfilmentSteps]),
      workflow_id: Type.String(),
      started_at: Instant,
      completed_at: Nullable(Instant),
      next_steps: Type.Array(Type.Enum([...fulfilmentSteps])),
    }),
  ),
  invoice: Nullable(
    Type.Object({
      invoice_number: Type.String(),
      status: Type.Enum(['draft', 'issued', 'paid', 'overdue', 'void']),
      amount: Dollars,
      issued_at: Nullable(Instant),
      due_at: Nullable(Instant),
      paid_at: Nullable(Instant),
    }),
  ),
  events: Type.Array(
    Type.Object({
      id: Type.String(),
      event_type: Type.String(),
      from_status: Nullable(Type.String()),
      to_status: Nullable(Type.String()),
      actor: Type.String({ description: 'A username, or service:<name>' }),
      details: Nullable(Type.String()),
      trace_id: Nullable(Type.String()),
      created_at: Instant,
    }),
  ),
  deliveries: Type.Array(Delivery),
  sync: OrderSync,
});
export type OrderDetail = Static<typeof OrderDetail>;

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
