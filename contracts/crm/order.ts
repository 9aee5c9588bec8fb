import { type Static, Type } from 'typebox';
import { paymentMethods } from '../checkout.ts';
import { Dollars, Id, Instant, Nullable } from '../scalars.ts';
import { Delivery } from './sync.ts';

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

export const fulfilmentStatuses = ['queued', 'picking', 'packed', 'shipped', 'delivered', 'cancelled'] as const;
export type FulfilmentStatus = (typeof fulfilmentStatuses)[number];

export const PaymentStatus = Type.Enum(['pending', 'paid', 'failed', 'refunded']);

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

export const OrderSync = Type.Object({
  status: Type.Enum(['pending', 'accepted', 'failed']),
  accepted_at: Nullable(Instant),
  deliveries: Type.Integer({ description: 'How often the order was sent to the CRM' }),
  acceptances: Type.Integer({ description: 'How often it was accepted: 0 or 1' }),
});
export type OrderSync = Static<typeof OrderSync>;

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
      status: Type.Enum([...fulfilmentStatuses]),
      workflow_id: Type.String(),
      started_at: Instant,
      completed_at: Nullable(Instant),
      next_steps: Type.Array(Type.Enum([...fulfilmentStatuses])),
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
