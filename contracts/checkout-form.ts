import { Type } from 'typebox';
import { paymentMethods, paymentTokens } from './checkout.ts';
import { Email, Text } from './scalars.ts';

/** The checkout page's form: the same order as the API takes, for the session of the cookie, with the key that makes a second click harmless. */
export const CheckoutForm = Type.Object({
  customer_name: Text(200),
  customer_email: Email,
  shipping_address: Text(500),
  payment_method: Type.Enum([...paymentMethods]),
  payment_token: Type.Optional(Type.Enum([...paymentTokens])),
  notes: Type.Optional(Type.String({ maxLength: 1000, pattern: '^[^\\u0000]*$' })),
  idempotency_key: Type.Optional(Type.String({ minLength: 1, maxLength: 128, pattern: '^[\\x21-\\x7e]+$' })),
});
