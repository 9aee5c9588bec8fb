import { createHash } from 'node:crypto';
import type { PaymentMethod } from '@octo/contracts/checkout.ts';

export interface CheckoutInput {
  sessionId: string;
  shopId: number;
  currency: string;
  customerName: string;
  customerEmail: string;
  shippingAddress: string;
  paymentMethod: PaymentMethod;
  /** Stands for a card; wanted when paying by card. */
  paymentToken?: string | undefined;
  notes?: string | undefined;
  /** A repeat with the same key gets the answer of the first. */
  idempotencyKey?: string | undefined;
}

/** Where an idempotency key counts: this session, this endpoint. */
export function keyIdOf(sessionId: string, key: string): string {
  return sha256(JSON.stringify(['checkout', sessionId, key]));
}

/** Tells apart two requests that come with one key. */
export function requestHashOf(input: CheckoutInput): string {
  const { customerName, customerEmail, shippingAddress, paymentMethod, paymentToken, notes } = input;
  return sha256(
    JSON.stringify([customerName, customerEmail, shippingAddress, paymentMethod, paymentToken ?? null, notes ?? null]),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
