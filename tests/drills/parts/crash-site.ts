import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { checkOut } from './buyer.ts';
import { type Cut, type KillPoint, purchaseOf, type Way } from './kill-points.ts';
import type { RunningService } from './running-service.ts';
import { fillCarts, type Line, type Owner, openShopFloor, stockProducts } from './shop-floor.ts';
import { startShop } from './shop-process.ts';
import { soon } from './wait.ts';

const entry = join(import.meta.dirname, '..', 'crash-shop.ts');
const stockEach = 10;
/** Seven of ten come from both warehouses. */
const quantities = [7, 1];

export interface CrashSite extends AsyncDisposable {
  owner: Owner;
  shopUrl: string;
  /** What a buyer had in the cart at first. */
  linesOf(sessionId: string): Line[];
  /** Gives a buyer a cart with products that nobody else wants. */
  arrive(sessionId: string): Promise<void>;
}

export async function openCrashSite(): Promise<CrashSite> {
  const database = await createTestDatabase();
  const owner = await openShopFloor(database.ownerUrl);
  const carts = new Map<string, Line[]>();
  let nextProductId = 1;
  return {
    owner,
    shopUrl: database.urls.octo_shop,
    linesOf: (sessionId) => carts.get(sessionId) ?? [],
    arrive: async (sessionId) => {
      const range = { firstId: nextProductId, count: quantities.length, stock: stockEach };
      nextProductId += range.count;
      const lines = quantities.map((quantity, index) => ({ productId: range.firstId + index, quantity }));
      carts.set(sessionId, lines);
      await stockProducts(owner, range);
      await fillCarts(owner, [{ sessionId, lines }]);
    },
    [Symbol.asyncDispose]: async () => {
      await owner.destroy();
      await database.close();
    },
  };
}

/** Checks out in a shop that lives, and returns the names of the steps it took. */
export async function rehearse(site: CrashSite, way: Way): Promise<string[]> {
  const purchase = purchaseOf(way, 'rehearsal');
  await site.arrive(purchase.sessionId);
  await using shop = await startCrashShop(site, []);
  const { status } = await checkOut(shop.url, purchase);
  assert.equal(status, way === 'card declined' ? 402 : 200, `${way}, left in peace`);
  shop.child.send('steps');
  const [steps] = await soon('the steps', once(shop.child, 'message'));
  return steps;
}

/** Starts a shop, brings a checkout to each of the points, and sees the shop die with all of them. */
export async function dieAt(site: CrashSite, points: readonly KillPoint[]): Promise<void> {
  await using shop = await startCrashShop(site, points);
  const answers: Promise<unknown>[] = [];
  for (const { name, purchase } of points) {
    await site.arrive(purchase.sessionId);
    const isThere = Promise.race([once(shop.child, 'message'), shop.exited]);
    answers.push(assert.rejects(checkOut(shop.url, purchase), `${name}: no answer`));
    await soon(name, isThere);
  }
  shop.child.kill('SIGKILL');
  assert.equal(await soon('the end of the shop', shop.exited), 'SIGKILL');
  await Promise.all(answers);
}

/** With a session for every checkout that may stand still, and so patient with the rail that nothing else ends it. */
function startCrashShop(site: CrashSite, points: readonly KillPoint[]): Promise<RunningService> {
  const cuts: Cut[] = points.map(({ step, moment }) => ({ step, moment }));
  const env = { DATABASE_POOL_MAX: '50', PAYMENT_TIMEOUT_MS: '60000' };
  return startShop({ databaseUrl: site.shopUrl, entry, args: [JSON.stringify(cuts)], env });
}
