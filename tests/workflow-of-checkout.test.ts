import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { recordSpans } from '@octo/platform/testing/record-spans.ts';
import { crmEnv, startCrmProcess } from '../apps/crm/testing/crm-process.ts';
import { startBackgroundWork } from '../apps/shop/background.ts';
import { createTestShop } from '../apps/shop/testing/test-shop.ts';
import { visitorOf } from '../apps/shop/testing/visitor.ts';
import { deliveriesOf } from './drills/parts/sync-books.ts';
import { until } from './drills/parts/wait.ts';

recordSpans();
const lines: Record<string, unknown>[] = [];
const service = { name: 'octo-drone-shop', namespace: 'octo', version: '0.1.0' };
const logger = createLogger(service, 'info', { write: (line) => void lines.push(JSON.parse(line)) });
const buyer = {
  customer_name: 'Ada Pilot',
  customer_email: 'ada@example.com',
  shipping_address: '1 Sky Road',
  payment_method: 'credit_card',
  payment_token: 'tok_accepted',
};

test('every line of a checkout, by API and by page, says so in the shop and in the CRM', async () => {
  await using database = await createTestDatabase({ seed: true });
  await using crm = startCrmProcess(crmEnv(database.urls.octo_crm));
  const env = { SERVICE_CRM_URL: await crm.url };
  await using shop = await createTestShop({ database, env, overrides: { logger } });
  const { app } = shop;
  await using _work = startBackgroundWork(shop.shop);

  const session_id = 'session-of-a-workflow';
  await app.inject({ method: 'POST', url: '/api/cart/add', payload: { product_id: 1, session_id } });
  const bought = await app.inject({ method: 'POST', url: '/api/shop/checkout', payload: { ...buyer, session_id } });
  assert.equal(bought.statusCode, 200, bought.body);
  const visitor = visitorOf(app);
  await visitor.submit('/cart/lines', { product_id: '2' });
  const page = await visitor.submit('/checkout', buyer);
  const traces = [bought.headers['x-trace-id'], page.headers['x-trace-id']];
  await until('both orders to be told and looked up', async () => {
    const noted = lines.filter((line) => 'customer_segment' in line);
    return noted.length === 2 && (await deliveriesOf(shop.owner)).waiting === 0;
  });

  const { output } = await crm.stop('SIGTERM');
  const written: Record<string, unknown>[] = output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  for (const [name, all] of [
    ['shop', lines],
    ['CRM', written],
  ] as const)
    for (const trace of traces) {
      const ofCheckout = all.filter((line) => line.trace_id === trace);
      assert.ok(ofCheckout.length > 0, `${name} has lines of ${trace}`);
      for (const line of ofCheckout) assert.equal(line.workflow_id, 'checkout', `${name}: ${line.message}`);
    }
});
