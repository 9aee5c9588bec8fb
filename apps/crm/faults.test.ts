import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { internalKeyHeader, receiveEvent } from '@octo/contracts/integrations.ts';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { startFaults } from './faults.ts';
import { addPlacedOrder } from './testing/placed-order.ts';
import { createTestCrm } from './testing/test-crm.ts';

const lines: Record<string, unknown>[] = [];
const service = { name: 'crm', namespace: 'octo', version: '1.2.3' };
const logger = createLogger(service, 'warn', { write: (line) => void lines.push(JSON.parse(line)) });
const t = await createTestCrm({ env: { CHAOS_ENABLED: 'true' }, overrides: { logger } });
after(() => t[Symbol.asyncDispose]());
const url = await t.app.listen({ port: 0, host: '127.0.0.1' });

async function apply(...ids: string[]): Promise<void> {
  const appliedAt = new Date();
  const expiresAt = new Date(appliedAt.getTime() + 60_000);
  const row = { target: 'crm', appliedBy: 'user:7', appliedAt, expiresAt, traceId: null };
  await t.owner
    .insertInto('activeFaults')
    .values(ids.map((id) => ({ id, ...row })))
    .execute();
}

async function untilTold(event: string): Promise<void> {
  for (let tries = 0; !lines.some((line) => line['event.name'] === event); tries += 1) {
    assert.ok(tries < 6000, 'waited in vain');
    await sleep(5);
  }
}

/** Delivers a placed order, as the shop does. */
function deliver(orderId: number): Promise<Response> {
  const items = [{ product_id: 1, quantity: 1, unit_price: 499.9 }];
  const order = { order_id: orderId, order_number: `OCTO-${orderId}`, customer_id: 1, payment_method: 'credit_card' };
  const payload = { ...order, currency: 'USD', total: 499.9, items };
  const event = { id: uuidV7(), type: 'order.placed', created_at: new Date().toISOString(), payload };
  const headers = { 'content-type': 'application/json', [internalKeyHeader]: serviceKey };
  return fetch(`${url}${receiveEvent.path}`, { method: 'POST', headers, body: JSON.stringify(event) });
}

async function acceptances(orderId: number): Promise<number> {
  return (await t.owner.selectFrom('orderAcceptances').where('orderId', '=', orderId).select('orderId').execute())
    .length;
}

/** Of how many levels of stock nobody holds the row. */
async function freeLevels(): Promise<number> {
  return (await t.owner.selectFrom('stockLevels').select('productId').forUpdate().skipLocked().execute()).length;
}

test('a CRM that drops deliveries takes nothing of them, and everything when that is over', async () => {
  const orderId = await addPlacedOrder(t.owner, { total: '499.90' });
  await using _faults = startFaults(t.crm);
  await apply('dead-crm');
  await untilTold('fault.applied');
  await assert.rejects(deliver(orderId), /fetch failed/);
  assert.equal(await acceptances(orderId), 0);
  assert.equal((await fetch(`${url}/health`)).status, 200);
  await t.owner.deleteFrom('activeFaults').execute();
  await untilTold('fault.cleared');
  assert.equal((await deliver(orderId)).status, 200);
  assert.equal(await acceptances(orderId), 1);
});

test('stock that is locked on purpose is free again as soon as the CRM stops', async () => {
  const all = await freeLevels();
  await using faults = startFaults(t.crm);
  await apply('lock-storm');
  for (let tries = 0; (await freeLevels()) === all; tries += 1) {
    assert.ok(tries < 6000, 'nothing was locked');
    await sleep(5);
  }
  await faults?.[Symbol.asyncDispose]();
  assert.equal(await freeLevels(), all);
});

test('where nothing may be broken, nobody looks', () => {
  assert.equal(startFaults({ ...t.crm, obstacles: undefined }), undefined);
});
