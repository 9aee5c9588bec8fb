import type { OrdersPaymentMethod } from '@octo/database/tables.ts';
import { query } from '../context.ts';
import type { OrderStatus } from './order-states.ts';

interface NewOrder {
  id: number;
  orderNumber: string;
  shopId: number;
  customerId: number;
  customerName: string;
  customerEmail: string;
  shippingAddress: string;
  sessionId: string;
  paymentMethod: OrdersPaymentMethod;
  currency: string;
  subtotal: string;
  total: string;
  notes: string | null;
  traceId: string;
  createdAt: Date;
  updatedAt: Date;
}

export const insertOrder = query.write('orders.insertOrder', (db, input: NewOrder) =>
  db.insertInto('orders').values({ ...input, status: 'pending' }),
);

interface NewItem {
  id: number;
  orderId: number;
  productId: number;
  quantity: number;
  unitPrice: string;
  productName: string;
  productSku: string;
}

export const insertItems = query.write('orders.insertItems', (db, input: { items: NewItem[] }) =>
  db.insertInto('orderItems').values(input.items),
);

interface NewEvent {
  id: string;
  orderId: number;
  eventType: string;
  fromStatus: OrderStatus | null;
  toStatus: OrderStatus;
  actor: string;
  details: string | null;
  traceId: string;
  createdAt: Date;
}

export const insertEvent = query.write('orders.insertEvent', (db, input: NewEvent) =>
  db.insertInto('orderEvents').values(input),
);

const orderColumns = [
  'o.id',
  'o.orderNumber',
  'o.customerId',
  'o.customerName',
  'o.customerEmail',
  'o.shippingAddress',
  'o.sessionId',
  'o.status',
  'o.paymentMethod',
  'o.currency',
  'o.total',
  'o.traceId',
  'o.version',
  'o.createdAt',
  'p.status as paymentStatus',
] as const;

export const selectOrder = query.read('orders.selectOrder', (db, input: { id: number }) =>
  db
    .selectFrom('orders as o')
    .innerJoin('payments as p', 'p.orderId', 'o.id')
    .where('o.id', '=', input.id)
    .select(orderColumns),
);

export const selectOrderByNumber = query.read(
  'orders.selectOrderByNumber',
  (db, input: { orderNumber: string; sessionId: string }) =>
    db
      .selectFrom('orders as o')
      .innerJoin('payments as p', 'p.orderId', 'o.id')
      .where('o.orderNumber', '=', input.orderNumber)
      .where('o.sessionId', '=', input.sessionId)
      .select(orderColumns),
);

export const selectItems = query.read('orders.selectItems', (db, input: { orderId: number }) =>
  db
    .selectFrom('orderItems')
    .where('orderId', '=', input.orderId)
    .orderBy('id')
    .select(['productId', 'quantity', 'productName', 'productSku', 'unitPrice']),
);

/** Holds an order until the transaction ends, and tells its state. */
export const lockOrder = query.read('orders.lockOrder', (db, input: { id: number }) =>
  db.selectFrom('orders').where('id', '=', input.id).select('status').forUpdate(),
);

export const closeOrder = query.write(
  'orders.closeOrder',
  (db, input: { id: number; from: OrderStatus; to: OrderStatus; placedAt: Date | null; updatedAt: Date }) =>
    db
      .updateTable('orders')
      .set((eb) => ({
        status: input.to,
        placedAt: input.placedAt,
        updatedAt: input.updatedAt,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', input.id)
      .where('status', '=', input.from),
);

/** A step to the state it is in is noted as well: something of it changed. */
export const stepOrder = query.write(
  'orders.stepOrder',
  (db, input: { id: number; from: OrderStatus; to: OrderStatus; updatedAt: Date }) =>
    db
      .updateTable('orders')
      .set((eb) => ({ status: input.to, updatedAt: input.updatedAt, version: eb('version', '+', 1) }))
      .where('id', '=', input.id)
      .where('status', '=', input.from),
);
