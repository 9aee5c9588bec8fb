import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { moveCatalogVersion, setShopStatus } from '../../apps/shop/testing/catalogue.ts';
import { type Account, hire } from '../drills/parts/operator.ts';
import { until } from '../drills/parts/wait.ts';
import { signIn } from './parts/crm-story.ts';
import { openHouse, sentinels } from './parts/house.ts';
import { openWalk, type Walk } from './parts/walk.ts';
import { walkCrm, walkShop } from './parts/walk-apps.ts';

const house = await openHouse();
after(() => house[Symbol.asyncDispose]());
const { owner } = house;
const boss: Account = { username: 'crawl-boss', password: 'a pass phrase of the crawl' };
const guest: Account = { username: 'crawl-guest', password: 'a pass phrase of the guest' };
await hire(owner, boss);
const staff = { boss, guest, guestId: await hire(owner, guest, 'viewer') };

test('whatever the apps answer, they speak of their public addresses only', async () => {
  const shop = openWalk(house.shop, house.inside);
  const crm = openWalk(house.crm, house.inside);
  const inShop = await walkShop(shop);
  await until('a message that reached no CRM', () => hasFailedMessage('crm'));
  const inCrm = await walkCrm(crm, house, inShop.orders, staff);
  await until('a message that reached no shop', () => hasFailedMessage('shop'));
  await inCrm.readAgain();

  await house.gate.shut();
  await Promise.all([inShop.readAgain(), inCrm.readAgain()]);
  await house.gate.reopen();
  for (const [status, closed] of [['maintenance', '/cart'] as const, ['inactive', '/'] as const]) {
    await setShopStatus(owner, status);
    await until(`a shop that is ${status}`, async () => (await shop.ask(closed)).status === 503);
    await inShop.readAgain();
  }

  assert.deepEqual([...shop.sightings, ...crm.sightings], []);
  assert.deepEqual(missing(shop, [200, 302, 303, 400, 401, 402, 403, 404, 405, 409, 413, 415, 503]), []);
  assert.deepEqual(missing(crm, [200, 201, 400, 401, 403, 404, 405, 409, 413, 415, 429, 503]), []);
});

test('what slips into a page of the shop or an answer of the CRM is seen', async () => {
  await setShopStatus(owner, 'active');
  const { id } = await owner.selectFrom('products').select('id').orderBy('id').executeTakeFirstOrThrow();
  const description = `See http://${sentinels.shop}/manual`;
  await owner.updateTable('products').set({ description }).where('id', '=', id).execute();
  await moveCatalogVersion(owner);
  const shop = openWalk(house.shop, house.inside);
  await until('a page that says too much', async () => {
    await shop.ask(`/products/${id}`);
    return shop.sightings.length > 0;
  });
  assert.deepEqual(
    new Set(shop.sightings),
    new Set([`GET shop.octo.test/products/${id} answers 200 with ${sentinels.shop}`]),
  );

  const crm = openWalk(house.crm, house.inside);
  await crm.ask(`/api/products/${id}`, { headers: await signIn(crm, boss) });
  assert.deepEqual(crm.sightings, [`GET crm.octo.test/api/products/${id} answers 200 with ${sentinels.shop}`]);
});

async function hasFailedMessage(consumer: string): Promise<boolean> {
  const failed = owner
    .selectFrom('outboxDeliveries')
    .where('consumer', '=', consumer)
    .where('lastError', 'is not', null);
  return (await failed.select('eventId').execute()).length > 0;
}

function missing({ statuses }: Walk, expected: readonly number[]): number[] {
  return expected.filter((status) => !statuses.has(status));
}
