import { type Static, Type } from 'typebox';
import { paymentMethods } from './checkout.ts';
import { Dollars, Id, Text } from './scalars.ts';

/** Sent once for every order whose checkout completed. Personal data stays in the order row. */
export const OrderPlaced = Type.Object({
  order_id: Id,
  order_number: Type.String(),
  customer_id: Id,
  payment_method: Type.Enum([...paymentMethods]),
  currency: Type.String(),
  total: Dollars,
  items: Type.Array(Type.Object({ product_id: Id, quantity: Type.Integer(), unit_price: Dollars })),
});
export type OrderPlaced = Static<typeof OrderPlaced>;

/** Sent by the CRM when an operator cancelled an order: the shop puts its stock back and returns what was paid. */
export const OrderCancelled = Type.Object({ order_id: Id, order_number: Type.String(), reason: Text(500) });
export type OrderCancelled = Static<typeof OrderCancelled>;

/** Sent by the CRM when a transfer arrived: the shop books the payment. */
export const PaymentReceived = Type.Object({
  order_id: Id,
  order_number: Type.String(),
  amount: Dollars,
  currency: Type.String(),
  reference: Text(100),
});
export type PaymentReceived = Static<typeof PaymentReceived>;
