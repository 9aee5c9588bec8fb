import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openOrder } from '../../orders/index.ts';
import { lineOf, orderOf } from '../../testing/orders.ts';
import { openSmallShop } from '../../testing/small-shop.ts';
import { stormLocks } from './storm-locks.ts';

const shop = await openSmallShop();
after(() => shop[Symbol.asyncDispose]());
const traces: string[] = [];
const longMs = 60_000;

function storm(details: { products?: number; holdMs?: number } = {}): AsyncDisposable {
  const effect = { kind: 'lock-storm', products: 2, holdMs: longMs, pauseMs: 1, ...details } as const;
  const inTrace = async (name: string, work: () => Promise<void>) => {
    traces.push(name);
    await work();
  };
  return stormLocks(effect, { ctx: shop.crm, inTrace });
}

/** The products whose stock nobody holds at this moment. */
async function free(): Promise<number[]> {
  const levels = shop.ctx.db.selectFrom('stockLevels').orderBy('productId').select('productId');
  const rows = await levels.forUpdate().skipLocked().execute();
  return rows.map(({ productId }) => productId);
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    assert.ok(tries < 5000, 'waited in vain');
    await sleep(2);
  }
}

async function sell(productId: number, quantity: number): Promise<void> {
  await openOrder(shop.ctx, await orderOf(shop.ctx, [lineOf(productId, quantity, 100)]));
}

test('while nothing was ever sold, nothing is locked', async () => {
  await shop.addProduct({ stock: [10] });
  await using _storm = storm();
  await until(() => traces.length > 2);
  assert.deepEqual(await free(), [1]);
});

test('the stock of the products that sell most is locked by somebody else until the storm is over, and no other', async () => {
  await shop.addProduct({ stock: [10] });
  await shop.addProduct({ stock: [10] });
  await sell(1, 1);
  await sell(2, 2);
  await sell(3, 3);
  const storming = storm();
  await until(async () => (await free()).join() === '1');
  await storming[Symbol.asyncDispose]();
  assert.deepEqual(await free(), [1, 2, 3]);
});

test('it lets go and locks again, each time in a trace of its own', async () => {
  traces.length = 0;
  await using _storm = storm({ holdMs: 1 });
  await until(() => traces.length > 3);
  assert.deepEqual([...new Set(traces)], ['simulation.lock_popular_stock']);
});

test('a storm that cannot reach the database goes on, and ends when it is told to', async () => {
  let failures = 0;
  const inTrace = async () => {
    failures += 1;
    throw new Error('the database is away');
  };
  const effect = { kind: 'lock-storm', products: 1, holdMs: longMs, pauseMs: 1 } as const;
  await using _storm = stormLocks(effect, { ctx: shop.crm, inTrace });
  await until(() => failures > 2);
});
