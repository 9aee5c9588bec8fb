import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Dollars, Email, Id, SessionId, Text } from './scalars.ts';

export const paymentMethods = ['credit_card', 'bank_transfer'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** The tokens that the simulated card rail knows. A token stands for a card; a card number never reaches the server. */
export const paymentTokens = ['tok_accepted', 'tok_declined', 'tok_processor_down'] as const;

/** Names one attempt to order: a repeat with the same key gets the answer of the first. */
export const IdempotencyKey = Type.String({ minLength: 1, maxLength: 128, pattern: '^[\\x21-\\x7e]+$' });

export const CheckoutRequest = Type.Object({
  session_id: Type.Optional(SessionId),
  customer_name: Text(200),
  customer_email: Email,
  shipping_address: Text(500),
  payment_method: Type.Enum([...paymentMethods]),
  payment_token: Type.Optional(Type.Enum([...paymentTokens])),
  notes: Type.Optional(Type.String({ maxLength: 1000, pattern: '^[^\\u0000]*$' })),
});
export type CheckoutRequest = Static<typeof CheckoutRequest>;

export const CheckoutResult = Type.Object({
  status: Type.Literal('order_placed'),
  order_id: Id,
  order_number: Type.String(),
  total: Dollars,
  currency: Type.String(),
  session_id: Type.String(),
  trace_id: Type.String({ description: 'The trace in which the order was placed' }),
});
export type CheckoutResult = Static<typeof CheckoutResult>;

export const checkOut = endpoint({
  method: 'POST',
  path: '/api/shop/checkout',
  summary: 'Turns the cart of a session into an order; with an Idempotency-Key a repeat returns the same order',
  tag: 'Checkout',
  headers: Type.Object({
    'idempotency-key': Type.Optional(IdempotencyKey),
  }),
  body: CheckoutRequest,
  responses: { 200: CheckoutResult },
});

/** An order as its buyer sees it. */
export const PlacedOrder = Type.Object({
  order_id: Id,
  order_number: Type.String(),
  status: Type.String(),
  payment_method: Type.Enum([...paymentMethods]),
  payment_status: Type.String(),
  customer_name: Type.String(),
  customer_email: Type.String(),
  shipping_address: Type.String(),
  currency: Type.String(),
  total: Dollars,
  trace_id: Type.String(),
  created_at: Type.String(),
  items: Type.Array(
    Type.Object({
      product_id: Id,
      name: Type.String(),
      sku: Type.String(),
      quantity: Type.Integer(),
      unit_price: Dollars,
      line_total: Dollars,
      image_url: Type.String(),
    }),
  ),
});
export type PlacedOrder = Static<typeof PlacedOrder>;
