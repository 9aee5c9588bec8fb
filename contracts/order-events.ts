import { type Static, Type } from 'typebox';
import { paymentMethods } from './checkout.ts';
import { Dollars, Id } from './scalars.ts';

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
