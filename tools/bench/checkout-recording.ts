import type { BenchDatabase } from './bench-database.ts';
import { type RecordedStatement, recordStatements } from './record-statements.ts';
import { visitShop } from './services-within.ts';

export interface RecordedCheckout {
  statements: RecordedStatement[];
  sessionId: string;
  productIds: readonly [number, number];
}

export const buyer = {
  customer_name: 'Ada Pilot',
  shipping_address: '1 Sky Road, Zurich',
  payment_method: 'credit_card',
};

/** Buys two products in this process and writes down every statement of the checkout. */
export async function recordCheckout(database: BenchDatabase, email: string): Promise<RecordedCheckout> {
  const sessionId = 'bench-session-recorded';
  const productIds = [41, 47] as const;
  const { statements } = await visitShop(database, async (post) => {
    for (const product_id of productIds) await post('/api/cart/add', { product_id, session_id: sessionId });
    const order = { ...buyer, customer_email: email, payment_token: 'tok_accepted', session_id: sessionId };
    return await recordStatements(() => post('/api/shop/checkout', order));
  });
  return { statements, sessionId, productIds };
}
