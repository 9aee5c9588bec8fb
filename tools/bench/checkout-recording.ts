import pg from 'pg';
import { createShopApp } from '../../apps/shop/app.ts';
import { readConfig } from '../../apps/shop/config.ts';
import { createShop } from '../../apps/shop/context.ts';
import type { BenchDatabase } from './bench-database.ts';
import { shopEnvironment } from './shop-child.ts';

/** One statement as the shop sent it; `session` tells the rail's connection from the shop's. */
export interface RecordedStatement {
  session: number;
  text: string;
  values: unknown[];
}

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
  const shop = await createShop(readConfig({ ...shopEnvironment(database), LOG_LEVEL: 'error' }));
  await using _shop = shop;
  const app = await createShopApp(shop);
  await shop.watch.refresh();
  const sessionId = 'bench-session-recorded';
  const productIds = [41, 47] as const;
  const post = async (url: string, payload: object) => {
    const answer = await app.inject({ method: 'POST', url, payload: { ...payload, session_id: sessionId } });
    if (answer.statusCode !== 200) throw new Error(answer.body);
  };
  for (const product_id of productIds) await post('/api/cart/add', { product_id });
  const statements: RecordedStatement[] = [];
  const stopRecording = recordStatements(statements);
  await post('/api/shop/checkout', { ...buyer, customer_email: email, payment_token: 'tok_accepted' });
  stopRecording();
  await app.close();
  return {
    statements: statements.filter(({ text }) => !/business_ids|catalog_version/.test(text)),
    sessionId,
    productIds,
  };
}

function recordStatements(into: RecordedStatement[]): () => void {
  const original = pg.Client.prototype.query;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client & { processID?: number }, config: string | pg.QueryConfig, ...rest: unknown[]) {
      const { text, values = [] } = typeof config === 'string' ? { text: config } : config;
      into.push({ session: this.processID ?? 0, text, values: JSON.parse(JSON.stringify(values)) });
      return Reflect.apply(original, this, [config, ...rest]);
    },
  });
  return () => void Object.assign(pg.Client.prototype, { query: original });
}
