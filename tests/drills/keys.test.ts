import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buyersOf, type Corridor, openCorridor, sendBuyers, untilAllArrived } from './parts/corridor.ts';
import { startCheckouts } from './parts/load.ts';
import { openRelay, type Relay } from './parts/relay.ts';
import type { RunningService } from './parts/running-service.ts';
import type { Owner } from './parts/shop-floor.ts';
import { deliveriesOf, syncFaultsIn } from './parts/sync-books.ts';
import { until } from './parts/wait.ts';

const oldKey = 'the key of last year, which is long enough';
const newKey = 'the key of this year, which is long enough';

interface Scene {
  corridor: Corridor;
  relay: Relay;
}

test('the key of our services is changed under way, and no message is lost or given up', async () => {
  await using corridor = await openCorridor();
  await using relay = await openRelay();
  const scene: Scene = { corridor, relay };
  let crm = await openCrm(scene, oldKey);
  const changeCrm = async (key: string, previous?: string) => {
    await crm[Symbol.asyncDispose]();
    crm = await openCrm(scene, key, previous);
  };
  try {
    await withShop(scene, oldKey, async (shop) => {
      await buyAndSee(scene, shop, 'both-old');
      await changeCrm(newKey, oldKey);
      await buyAndSee(scene, shop, 'shop-old');
    });
    await withShop(scene, newKey, async (shop) => {
      await buyAndSee(scene, shop, 'shop-new');
      await changeCrm(newKey);
      await buyAndSee(scene, shop, 'both-new');
    });
    await withShop(scene, oldKey, (shop) => buyInVain(scene, shop));
    await withShop(scene, newKey, () => untilAllArrived(corridor.owner));
  } finally {
    await crm[Symbol.asyncDispose]();
  }
  assert.deepEqual(await syncFaultsIn(corridor.owner), []);
});

/** A CRM that knows this key, and perhaps still the one before. */
async function openCrm({ corridor, relay }: Scene, internalKey: string, previous?: string): Promise<RunningService> {
  const env = previous === undefined ? {} : { INTERNAL_SERVICE_KEY_PREVIOUS: previous };
  const crm = await corridor.openCrm({ internalKey, env });
  relay.leadTo(crm.url);
  return crm;
}

async function withShop({ corridor, relay }: Scene, key: string, work: (shop: RunningService) => Promise<void>) {
  await using shop = await corridor.openShop(relay.url, key);
  await work(shop);
}

async function buyAndSee({ corridor }: Scene, shop: RunningService, name: string): Promise<void> {
  await buy(corridor, shop, name);
  await untilAllArrived(corridor.owner);
}

/** The messages of a shop that the CRM does not let in are tried, wait, and are held against nobody. */
async function buyInVain({ corridor }: Scene, shop: RunningService): Promise<void> {
  const { owner } = corridor;
  const before = await deliveriesOf(owner);
  await buy(corridor, shop, 'too-late');
  await until('attempts in vain', async () => (await waitingOf(owner)).some(({ attempts }) => attempts >= 2));
  const { dead, delivered } = await deliveriesOf(owner);
  assert.deepEqual([dead, delivered], [0, before.delivered]);
  for (const { failures } of await waitingOf(owner)) assert.equal(failures, 0);
}

async function buy({ owner }: Corridor, shop: RunningService, name: string): Promise<void> {
  const buyers = buyersOf(`${name}-key`, 10);
  await sendBuyers(owner, buyers);
  const load = startCheckouts(() => shop.url, buyers, 8);
  await load.done;
  for (const { status } of load.answers) assert.ok(status === 200 || status === 402, String(status));
}

async function waitingOf(owner: Owner) {
  const waiting = owner.selectFrom('outboxDeliveries').where('deliveredAt', 'is', null);
  return await waiting.select(['attempts', 'failures']).execute();
}
