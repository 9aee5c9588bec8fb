import { Type } from 'typebox';
import { CheckoutRequest, IdempotencyKey } from './checkout.ts';

const { session_id: _ofTheCookie, ...order } = CheckoutRequest.properties;

/** The checkout page's form: the same order as the API takes, for the session of the cookie, with the key that makes a second click harmless. */
export const CheckoutForm = Type.Object({ ...order, idempotency_key: Type.Optional(IdempotencyKey) });
