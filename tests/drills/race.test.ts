import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Random, seededRandom } from '@octo/database/seed/random.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { faultsIn } from './parts/books.ts';
import { type Answer, checkOut, type Purchase, tallyOf } from './parts/buyer.ts';
import type { RunningService } from './parts/running-service.ts';
import { type Cart, cartOf, fillCarts, type Owner, openShopFloor, stockProducts } from './parts/shop-floor.ts';
import { startShop } from './parts/shop-process.ts';
import { sideBySide } from './parts/wait.ts';

interface Race extends AsyncDisposable {
  owner: Owner;
  /** Two processes that sell from the same shelves. */
  shops: [RunningService, RunningService];
}

async function startRace(): Promise<Race> {
  const database = await createTestDatabase();
  const owner = await openShopFloor(database.ownerUrl);
  // So patient with the rail that the sweeper has no part in the race: the checkouts themselves must leave nothing undone.
  const options = { databaseUrl: database.urls.octo_shop, env: { PAYMENT_TIMEOUT_MS: '60000' } };
  const shops: Race['shops'] = [await startShop(options), await startShop(options)];
  return {
    owner,
    shops,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(shops.map((shop) => shop[Symbol.asyncDispose]()));
      await owner.destroy();
      await database.close();
    },
  };
}

async function stockOf(owner: Owner, productId: number): Promise<number> {
  const levels = await owner.selectFrom('stockLevels').where('productId', '=', productId).select('quantity').execute();
  return levels.reduce((sum, level) => sum + level.quantity, 0);
}

async function countPayments(owner: Owner, status: 'paid' | 'pending' | 'failed'): Promise<number> {
  return (await owner.selectFrom('payments').where('status', '=', status).select('id').execute()).length;
}

test('of a hundred buyers of ten drones ten get one, and ninety are told that none is left', async () => {
  await using race = await startRace();
  const [productId = 0] = await stockProducts(race.owner, { firstId: 1, count: 1, stock: 10 });
  const carts = Array.from({ length: 100 }, (_, index) => ({
    sessionId: `race-of-a-hundred-${index}`,
    lines: [{ productId, quantity: 1 }],
  }));
  await fillCarts(race.owner, carts);

  const answers = await Promise.all(
    carts.map(({ sessionId }, index) => {
      const shop = race.shops[index % 2 === 0 ? 0 : 1];
      return checkOut(shop.url, { sessionId, email: `${sessionId}@example.com`, method: 'credit_card' });
    }),
  );

  assert.deepEqual(tallyOf(answers), { '200': 10, '409 catalog.out_of_stock': 90 });
  for (const { status, body } of answers) if (status === 409) assert.match(String(body.message), /stock: Drone 1\./);
  assert.equal(await stockOf(race.owner, productId), 0);
  assert.equal(await countPayments(race.owner, 'paid'), 10);
  assert.equal(await countPayments(race.owner, 'pending'), 0);
  assert.equal((await race.owner.selectFrom('orders').select('id').execute()).length, 10);
  assert.deepEqual(await faultsIn(race.owner), []);
});

const buyers = 500;
const productCount = 20;
const stockEach = 60;
/** As many as two processes take side by side; the next one comes when one has gone. */
const atOnce = 100;

test('five hundred random carts sell what there is and not one more, and no deadlock reaches a buyer', async () => {
  await using race = await startRace();
  const random = seededRandom(20_260_101);
  const productIds = await stockProducts(race.owner, { firstId: 1, count: productCount, stock: stockEach });
  const carts = Array.from({ length: buyers }, (_, index) => randomCart(random, productIds, index));
  const purchases = carts.map((cart) => randomPurchase(random, cart));
  assert.ok(unitsIn(carts) > productCount * stockEach, 'more is wanted than there is');
  await fillCarts(race.owner, carts);

  const answers = new Map<string, Answer>();
  await sideBySide([...purchases.entries()], atOnce, async ([index, purchase]) => {
    const shop = race.shops[index % 2 === 0 ? 0 : 1];
    answers.set(purchase.sessionId, await checkOut(shop.url, purchase));
  });

  const tally = tallyOf([...answers.values()]);
  assert.deepEqual(Object.keys(tally).sort(), ['200', '402 payments.card_declined', '409 catalog.out_of_stock']);
  assert.equal(answers.size, buyers);
  assert.deepEqual(await faultsIn(race.owner), []);
  for (const cart of carts) {
    const isSold = answers.get(cart.sessionId)?.status === 200;
    assert.deepEqual(await cartOf(race.owner, cart.sessionId), isSold ? [] : cart.lines, cart.sessionId);
  }
});

function randomCart(random: Random, productIds: readonly number[], index: number): Cart {
  const chosen = new Set(Array.from({ length: random.whole(1, 5) }, () => random.pick(productIds)));
  const lines = [...chosen].sort((a, b) => a - b).map((productId) => ({ productId, quantity: random.whole(1, 4) }));
  return { sessionId: `random-cart-buyer-${index}`, lines };
}

/** Some buyers share an address, so that they meet at the customer too. */
function randomPurchase(random: Random, { sessionId }: Cart): Purchase {
  const email = random.chance(0.3) ? `team-${random.whole(1, 10)}@example.com` : `${sessionId}@example.com`;
  if (random.chance(0.3)) return { sessionId, email, method: 'bank_transfer' };
  return { sessionId, email, method: 'credit_card', token: random.chance(0.3) ? 'tok_declined' : 'tok_accepted' };
}

function unitsIn(carts: readonly Cart[]): number {
  return carts.flatMap((cart) => cart.lines).reduce((sum, line) => sum + line.quantity, 0);
}
