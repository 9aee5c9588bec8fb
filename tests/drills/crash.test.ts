import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsIn } from './parts/books.ts';
import { checkOut } from './parts/buyer.ts';
import { type CrashSite, dieAt, openCrashSite, rehearse } from './parts/crash-site.ts';
import { deathsOf, type KillPoint, killPointsOf, ways } from './parts/kill-points.ts';
import { cartOf, ordersOf } from './parts/shop-floor.ts';
import { startShop } from './parts/shop-process.ts';
import { sideBySide, until } from './parts/wait.ts';

const shopsAtOnce = 2;
const repeatsAtOnce = 8;

test('a shop killed between any two steps of checkout loses no stock, leaves no order hanging and no charge alone', async () => {
  await using site = await openCrashSite();
  const points = await findKillPoints(site);
  await killAtEach(site, points);
  await assertBooksShowIt(site);
  await sweep(site, points);
  await assertAllSettled(site, points);
  await repeatEach(site, points);
  await assertAllSettled(site, points);
});

async function findKillPoints(site: CrashSite): Promise<KillPoint[]> {
  const points = ways.map(async (way) => {
    const steps = await rehearse(site, way);
    assert.equal(steps.filter((step) => step === 'commit').length, 2, `${way}: two transactions`);
    assert.equal(steps.includes('payments.insertCharge'), way !== 'bank transfer', `${way}: the rail`);
    return killPointsOf(way, steps);
  });
  return (await Promise.all(points)).flat();
}

async function killAtEach(site: CrashSite, points: readonly KillPoint[]): Promise<void> {
  // Many checkouts stand still in one shop, each at a step of its own, when it is killed.
  await sideBySide(deathsOf(points), shopsAtOnce, (together) => dieAt(site, together));
  for (const { purchase, name, era } of points) {
    const orders = await ordersOf(site.owner, purchase.sessionId);
    if (era === 'opening') assert.deepEqual(orders, {}, name);
    if (era === 'paying') assert.deepEqual(orders, { pending: 1 }, name);
    if (era === 'closed') assert.equal(orders.pending, undefined, name);
  }
}

/** As long as nobody sweeps the same look at the books finds every kind of damage: it can fail. */
async function assertBooksShowIt(site: CrashSite): Promise<void> {
  const faults = (await faultsIn(site.owner)).join('\n');
  for (const fault of [/hangs/, /held, 0 due/, /stands alone/, /still running/]) assert.match(faults, fault);
}

async function sweep(site: CrashSite, points: readonly KillPoint[]): Promise<void> {
  await using _sweeper = await startShop({ databaseUrl: site.shopUrl, env: { PAYMENT_TIMEOUT_MS: '100' } });
  const pending = site.owner.selectFrom('orders').where('status', '=', 'pending').select('id');
  await until('the end of the last pending order', async () => (await pending.execute()).length === 0);
  for (const { purchase, name, sweptTo } of points) {
    if (sweptTo) assert.deepEqual(await ordersOf(site.owner, purchase.sessionId), { [sweptTo]: 1 }, name);
  }
}

/** An order that was placed has emptied the cart; one that failed, or never was, has left the lines in it. */
async function assertAllSettled({ owner, linesOf }: CrashSite, points: readonly KillPoint[]): Promise<void> {
  assert.deepEqual(await faultsIn(owner), []);
  for (const { purchase, name } of points) {
    const { placed = 0, failed: _, ...others } = await ordersOf(owner, purchase.sessionId);
    assert.deepEqual(others, {}, name);
    assert.ok(placed <= 1, `${name}: placed ${placed} times`);
    const lines = await cartOf(owner, purchase.sessionId);
    assert.deepEqual(lines, placed === 1 ? [] : linesOf(purchase.sessionId), name);
  }
}

/** Whatever became of the first request, its key leads to one order, or to one refusal. */
async function repeatEach(site: CrashSite, points: readonly KillPoint[]): Promise<void> {
  // So patient with the rail that its sweeper leaves the repeats alone.
  await using shop = await startShop({ databaseUrl: site.shopUrl, env: { PAYMENT_TIMEOUT_MS: '60000' } });
  await sideBySide(points, repeatsAtOnce, async ({ way, purchase, name }) => {
    const first = await checkOut(shop.url, purchase);
    const second = await checkOut(shop.url, purchase);
    const { placed = 0 } = await ordersOf(site.owner, purchase.sessionId);
    const isDeclined = way === 'card declined';
    assert.deepEqual([first.status, second.status], isDeclined ? [402, 402] : [200, 200], name);
    assert.equal(second.body.order_id, first.body.order_id, name);
    assert.equal(placed, isDeclined ? 0 : 1, name);
  });
}
