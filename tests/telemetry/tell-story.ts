import assert from 'node:assert/strict';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { findFreePort } from '@octo/platform/embedded-postgres/free-port.ts';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { withoutSpans } from '@octo/platform/telemetry/without-spans.ts';
import { recordSpans } from '@octo/platform/testing/record-spans.ts';
import { sql } from 'kysely';
import { crmEnv, startCrmProcess } from '../../apps/crm/testing/crm-process.ts';
import { startBackgroundWork } from '../../apps/shop/background.ts';
import { startReceiver } from '../../apps/shop/testing/otlp-receiver.ts';
import { createTestShop, type TestShop } from '../../apps/shop/testing/test-shop.ts';
import { hire, signIn } from '../drills/parts/operator.ts';
import { deliveriesOf } from '../drills/parts/sync-books.ts';
import { until } from '../drills/parts/wait.ts';
import { breakingRail } from './breaking-rail.ts';
import { type Emitted, fromReceived, fromRecorded } from './emitted.ts';

/** What both services emit while orders are bought, declined, cut off, accepted, cancelled and refused, and a database fails. */
export async function tellStory(): Promise<{ shop: Emitted; crm: Emitted }> {
  const spans = recordSpans();
  const lines: Record<string, unknown>[] = [];
  const service = { name: 'test', namespace: 'octo', version: '0.1.0' };
  const logger = createLogger(service, 'info', { write: (line) => void lines.push(JSON.parse(line)) });
  const port = await findFreePort();
  await using database = await createTestDatabase({ seed: true });
  await using receiver = await startReceiver();
  await using crm = startCrmProcess({
    ...crmEnv(database.urls.octo_crm),
    SERVICE_SHOP_URL: `http://127.0.0.1:${port}`,
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
  });
  const crmUrl = await crm.url;
  const env = { PAYMENT_TIMEOUT_MS: '100', SERVICE_CRM_URL: crmUrl };
  await using shop = await createTestShop({ database, env, overrides: { logger, rail: breakingRail } });
  await shop.app.listen({ port, host: '127.0.0.1' });

  await leaveMessageThatIsRefused(shop);
  const orderId = await buy(shop, 'tok_accepted', 200);
  await buy(shop, 'tok_declined', 402);
  await buy(shop, 'tok_processor_down', 503);
  await until('the shop to know who ordered', () => lines.some((line) => 'customer_segment' in line));
  await workThenCancel(shop, crmUrl, orderId);
  await failForEverybody(shop, crmUrl);

  const { output } = await crm.stop('SIGTERM');
  const received = receiver.requests.flatMap(({ content }) => content);
  return {
    shop: { spans: fromRecorded(spans.all()), lines },
    crm: { spans: fromReceived(received), lines: jsonLines(output) },
  };
}

/** Does what waits in the background: the orders reach the CRM, one of them is cancelled there, and the shop hears of that. */
async function workThenCancel(shop: TestShop, crmUrl: string, orderId: number): Promise<void> {
  await using _work = startBackgroundWork(shop.shop);
  await settled(shop);
  await hire(shop.owner);
  const operator = await signIn(crmUrl);
  const cancelled = { status: 'cancelled', reason: 'the buyer changed their mind' };
  assert.equal((await operator.patch(`/api/orders/${orderId}/status`, cancelled)).status, 200);
  await settled(shop);
}

async function settled({ owner }: TestShop): Promise<void> {
  const pending = owner.selectFrom('orders').select('id').where('status', '=', 'pending').limit(1);
  await until('the last order and message to be settled', () =>
    withoutSpans(async () => (await pending.execute()).length === 0 && (await deliveriesOf(owner)).waiting === 0),
  );
}

/** As a release before this one would have left it: nobody was told to deliver it. */
async function leaveMessageThatIsRefused({ owner, shop }: TestShop): Promise<void> {
  const id = shop.newKey();
  const message = { id, producer: 'shop', eventType: 'order.placed', payload: '{}', createdAt: new Date() };
  await withoutSpans(() => owner.insertInto('outbox').values(message).execute());
}

async function failForEverybody(shop: TestShop, crmUrl: string): Promise<void> {
  assert.equal((await shop.app.inject('/nowhere')).statusCode, 404);
  await withoutSpans(() => sql`revoke select on products from octo_shop, octo_crm`.execute(shop.owner));
  assert.equal((await shop.app.inject('/api/products')).statusCode, 500);
  assert.equal((await (await signIn(crmUrl)).get('/api/products')).status, 500);
}

/** Buys a drone in a session of its own. Returns the order, when there is one. */
async function buy({ app }: TestShop, payment_token: string, status: number): Promise<number> {
  const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });
  const session_id = `session-of-${payment_token}`;
  const add = await post('/api/cart/add', { product_id: 1, quantity: 1, session_id });
  assert.equal(add.statusCode, 200, add.body);
  const answer = await post('/api/shop/checkout', {
    session_id,
    customer_name: 'Ada',
    customer_email: 'ada@example.com',
    shipping_address: '1 Sky Road',
    payment_method: 'credit_card',
    payment_token,
  });
  assert.equal(answer.statusCode, status, answer.body);
  return answer.json().order_id;
}

function jsonLines(output: string): Record<string, unknown>[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}
