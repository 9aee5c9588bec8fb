import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tables } from '@octo/database/tables.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { withoutSpans } from '@octo/platform/telemetry/without-spans.ts';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import { recordQuery } from '@octo/platform/testing/record-queries.ts';
import { recordSpans } from '@octo/platform/testing/record-spans.ts';
import { startFaults } from './faults.ts';
import { createTestShop } from './testing/test-shop.ts';

const spans = recordSpans();
const lines: Record<string, unknown>[] = [];
const service = { name: 'shop', namespace: 'octo', version: '1.2.3' };
const logger = createLogger(service, 'warn', { write: (line) => void lines.push(JSON.parse(line)) });
const database = await createTestDatabase({ seed: true });
const pool = { applicationName: 'test', poolMax: 10, connectTimeoutMs: 100, onQuery: recordQuery };
const db = openDatabase<Tables>({ ...database.addresses.octo_shop, ...pool });
const t = await createTestShop({ database, env: { CHAOS_ENABLED: 'true' }, overrides: { db, logger } });
after(async () => {
  await t[Symbol.asyncDispose]();
  await database.close();
});

afterEach(async () => {
  await clear();
  lines.length = 0;
  spans.clear();
});

async function apply(...ids: string[]): Promise<void> {
  const appliedAt = new Date();
  const expiresAt = new Date(appliedAt.getTime() + 60_000);
  const rows = ids.map((id) => ({ id, target: 'shop', appliedBy: 'user:7', appliedAt, expiresAt, traceId: null }));
  await withoutSpans(() => t.owner.insertInto('activeFaults').values(rows).execute());
}

async function clear(): Promise<void> {
  await withoutSpans(() => t.owner.deleteFrom('activeFaults').execute());
}

const isTold = (event: string, id: string) =>
  lines.some((line) => line['event.name'] === event && line['octo.fault.id'] === id);

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries += 1) {
    assert.ok(tries < 6000, 'waited in vain');
    await sleep(5);
  }
}

const addToCart = () => {
  const payload = { session_id: 'session-of-chaos', product_id: 1, quantity: 1 };
  return t.app.inject({ method: 'POST', url: '/api/cart/add', payload });
};
const marked = () => spans.all().filter(({ attributes }) => 'octo.fault.id' in attributes);

test('what an operator applies is broken until it is cleared, and says so on what it touches', async () => {
  await using _faults = startFaults(t.shop);
  await apply('error-burst', 'slow-statement');
  await until(() => isTold('fault.applied', 'error-burst') && isTold('fault.applied', 'slow-statement'));
  const looks = await Promise.all([1, 2, 3, 4].map(() => t.app.inject('/products/1')));
  assert.deepEqual(looks.map(({ statusCode }) => statusCode).toSorted(), [200, 200, 200, 500]);
  assert.equal((await addToCart()).statusCode, 200);
  const told = marked().map(({ attributes }) => [
    attributes['octo.fault.id'],
    attributes['http.route'] ?? attributes['octo.query'],
    attributes['db.collection.name'],
  ]);
  const [failed, ...slow] = told;
  assert.deepEqual(failed, ['error-burst', '/products/:id', undefined]);
  assert.deepEqual(slow, [
    ['slow-statement', 'cart.selectLineQuantities', undefined],
    ['slow-statement', 'cart.selectLineQuantities', 'cart_items'],
  ]);

  await clear();
  await until(() => isTold('fault.cleared', 'error-burst') && isTold('fault.cleared', 'slow-statement'));
  spans.clear();
  for (let tries = 0; tries < 4; tries += 1) assert.equal((await t.app.inject('/products/1')).statusCode, 200);
  assert.equal((await addToCart()).statusCode, 200);
  assert.deepEqual(marked(), []);
});

test('while all sessions are held, requests are answered 503 and the shop still knows what is applied', async () => {
  await using faults = startFaults(t.shop);
  await apply('pool-exhaustion');
  await until(() => isTold('fault.applied', 'pool-exhaustion'));
  expectProblem(await addToCart(), { status: 503, code: 'database.unavailable' });
  assert.deepEqual(
    new Set(marked().map(({ attributes }) => attributes['octo.fault.id'])),
    new Set(['pool-exhaustion']),
  );
  await clear();
  await until(() => isTold('fault.cleared', 'pool-exhaustion'));
  assert.equal((await addToCart()).statusCode, 200);

  await apply('pool-exhaustion');
  lines.length = 0;
  await until(() => isTold('fault.applied', 'pool-exhaustion'));
  await faults?.[Symbol.asyncDispose]();
  assert.ok(isTold('fault.cleared', 'pool-exhaustion'), 'a shop that stops lets go of what it held');
  assert.equal((await addToCart()).statusCode, 200);
});

test('where nothing may be broken, nobody looks', () => {
  assert.equal(startFaults({ ...t.shop, obstacles: undefined }), undefined);
});
