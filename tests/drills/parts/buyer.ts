import type { PaymentMethod } from '@octo/contracts/checkout.ts';

/** Far beyond what an answer takes: reaching it means that the shop hangs. */
const answerWithinMs = 90_000;

export interface Answer {
  status: number;
  type: string;
  body: Record<string, unknown>;
}

export interface Purchase {
  sessionId: string;
  email: string;
  method: PaymentMethod;
  /** Stands for the card. */
  token?: 'tok_accepted' | 'tok_declined' | 'tok_processor_down';
  /** The Idempotency-Key of the purchase. */
  key?: string;
}

/** Checks out what lies in the cart of a session. */
export function checkOut(shopUrl: string, purchase: Purchase): Promise<Answer> {
  const body = {
    session_id: purchase.sessionId,
    customer_name: 'Dana Drill',
    customer_email: purchase.email,
    shipping_address: '1 Harbour Road, Bergen',
    payment_method: purchase.method,
    ...(purchase.token ? { payment_token: purchase.token } : {}),
  };
  return post(`${shopUrl}/api/shop/checkout`, body, purchase.key ? { 'idempotency-key': purchase.key } : {});
}

export function addToCart(shopUrl: string, sessionId: string, productId: number): Promise<Answer> {
  return post(`${shopUrl}/api/cart/add`, { session_id: sessionId, product_id: productId, quantity: 1 });
}

/** Rejects only when the shop does not answer at all. */
export async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  return await ask(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(answerWithinMs) });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, body: type.includes('json') ? JSON.parse(text) : { text } };
}

/** How many answers came with each status and code. */
export function tallyOf(answers: readonly Answer[]): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const { status, body } of answers) {
    const name = status === 200 ? '200' : `${status} ${body.code}`;
    tally[name] = (tally[name] ?? 0) + 1;
  }
  return tally;
}
