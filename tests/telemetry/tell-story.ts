import assert from 'node:assert/strict';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { watchDatabase } from '@octo/platform/database/watch-database.ts';
import { findFreePort } from '@octo/platform/embedded-postgres/free-port.ts';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { readMetrics } from '@octo/platform/telemetry/metrics/start-metrics.ts';
import { tellEventsWith } from '@octo/platform/telemetry/tell-event.ts';
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
import { attack } from './attack.ts';
import { breakingRail } from './breaking-rail.ts';
import { type Emitted, fromProcess, fromReading, fromRecorded } from './emitted.ts';
import { tellOfGateway } from './gateway-story.ts';

type Line = Record<string, unknown>;

interface Story {
  shop: Emitted;
  crm: Emitted;
  gateway: Emitted;
}

/** What the services emit while orders are bought, declined, cut off, accepted, cancelled and refused, somebody attacks, sweeps are made, and a database fails. */
export async function tellStory(): Promise<Story> {
  const spans = recordSpans();
  const lines: Line[] = [];
  const service = { name: 'test', namespace: 'octo', version: '0.1.0' };
  const logger = createLogger(service, 'info', { write: (line) => void lines.push(JSON.parse(line)) });
  const port = await findFreePort();
  await using database = await createTestDatabase({ seed: true });
  await using receiver = await startReceiver();
  await using crm = startCrmProcess({
    ...crmEnv(database.urls.octo_crm),
    SERVICE_SHOP_URL: `http://127.0.0.1:${port}`,
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    // What is asked for while it runs is not told when it has ended.
    OTEL_METRIC_EXPORT_INTERVAL: '500',
  });
  const crmUrl = await crm.url;
  const env = { PAYMENT_TIMEOUT_MS: '100', SERVICE_CRM_URL: crmUrl };
  await using shop = await createTestShop({ database, env, overrides: { logger, rail: breakingRail } });
  await shop.app.listen({ port, host: '127.0.0.1' });

  using _events = tellEventsWith(logger);
  await leaveMessageThatIsRefused(shop);
  const orderId = await buy(shop, 'tok_accepted', 200);
  await buy(shop, 'tok_declined', 402);
  await wantTooMuch(shop);
  await buy(shop, 'tok_processor_down', 503);
  await until('the shop to know who ordered', () => lines.some((line) => 'customer_segment' in line));
  await waitForSomebody(shop, lines);
  await workThenCancel(shop, crmUrl, orderId);
  await attack(shop, crmUrl);
  await failForEverybody(shop, crmUrl);

  const { output } = await crm.stop('SIGTERM');
  const reading = await readMetrics();
  assert.ok(reading);
  return {
    shop: { spans: fromRecorded(spans.all()), metrics: fromReading(reading), lines },
    crm: fromProcess(receiver, output),
    gateway: await tellOfGateway(database),
  };
}

/** More than there is of a product; then the last of another, which somebody else gets first. */
async function wantTooMuch({ app, owner }: TestShop): Promise<void> {
  const add = (session_id: string, product_id: number, quantity: number) =>
    app.inject({ method: 'POST', url: '/api/cart/add', payload: { session_id, product_id, quantity } });
  const stockOf = (quantity: number) => owner.updateTable('stockLevels').set({ quantity }).where('productId', '=', 2);
  await withoutSpans(() => stockOf(1).execute());
  assert.equal((await add('session-of-greed', 2, 99)).statusCode, 409);
  assert.equal((await add('session-of-bad-luck', 2, 1)).statusCode, 200);
  await withoutSpans(() => stockOf(0).execute());
  assert.equal((await checkOut(app, 'session-of-bad-luck', 'tok_accepted')).statusCode, 409);
}

/** Does what waits in the background: the orders reach the CRM, one of them is cancelled there, and the shop hears of that. */
async function workThenCancel(shop: TestShop, crmUrl: string, orderId: number): Promise<void> {
  await using _work = startBackgroundWork(shop.shop);
  await settled(shop);
  await hire(shop.owner);
  const operator = await signIn(crmUrl);
  const held = { status: 'on_hold', reason: 'the buyer asked us to wait' };
  assert.equal((await operator.patch(`/api/orders/${orderId}/status`, held)).status, 200);
  const found = { delta: 1, reason: 'found behind the shelf' };
  assert.equal((await operator.post('/api/products/1/stock-movements', found)).status, 201);
  await assert.rejects(signIn(crmUrl, { username: 'operator', password: 'a wrong guess' }), /401/);
  const cancelled = { status: 'cancelled', reason: 'the buyer changed their mind' };
  assert.equal((await operator.patch(`/api/orders/${orderId}/status`, cancelled)).status, 200);
  await settled(shop);
}

/** Somebody keeps the carts locked until the shop has said that it waits. */
async function waitForSomebody({ app, owner, shop }: TestShop, lines: Line[]): Promise<void> {
  using _watch = watchDatabase(shop.serviceContext('watch').db, shop.logger);
  const locking = await withoutSpans(() => owner.startTransaction().execute());
  await withoutSpans(() => sql`lock table cart_items in exclusive mode`.execute(locking));
  const payload = { product_id: 1, quantity: 1, session_id: 'session-of-patience' };
  const added = app.inject({ method: 'POST', url: '/api/cart/add', payload });
  const isTold = () => lines.some((line) => line['event.name'] === 'database.statement_running');
  await until('the shop to say that a statement is running', isTold);
  await withoutSpans(() => locking.rollback().execute());
  assert.equal((await added).statusCode, 200);
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
  const answer = await checkOut(app, session_id, payment_token);
  assert.equal(answer.statusCode, status, answer.body);
  return answer.json().order_id;
}

function checkOut(app: TestShop['app'], session_id: string, payment_token: string) {
  const payload = {
    session_id,
    customer_name: 'Ada',
    customer_email: 'ada@example.com',
    shipping_address: '1 Sky Road',
    payment_method: 'credit_card',
    payment_token,
  };
  return app.inject({ method: 'POST', url: '/api/shop/checkout', payload });
}
