import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsIn } from './parts/books.ts';
import { ask, type Purchase } from './parts/buyer.ts';
import { buyersOf, type Corridor, dearGoods, openCorridor, sendBuyers, untilAllArrived } from './parts/corridor.ts';
import { type Load, startCheckouts } from './parts/load.ts';
import { signIn } from './parts/operator.ts';
import { openRelay, type Relay } from './parts/relay.ts';
import { kill, type RunningService } from './parts/running-service.ts';
import { fillCarts, type Owner } from './parts/shop-floor.ts';
import { deliveriesOf, endLeases, syncFaultsIn } from './parts/sync-books.ts';
import { sideBySide, soon } from './parts/wait.ts';

const crashCrm = join(import.meta.dirname, 'crash-crm.ts');
const waveSize = 40;
const atOnce = 8;
/** The CRM dies with this confirmation, and the one after it with the next of these. */
const deaths = [1, 7, 20];
const magnate: Purchase = {
  sessionId: 'magnate-drill-buyer',
  email: 'magnate@example.com',
  method: 'credit_card',
  token: 'tok_accepted',
  key: 'one-key',
};

interface Scene {
  corridor: Corridor;
  relay: Relay;
  shop: RunningService;
}

test('shop and CRM killed at the worst moments, and each message handed on twice: every order is accepted once', async () => {
  await using corridor = await openCorridor();
  await using relay = await openRelay();
  const scene: Scene = { corridor, relay, shop: await corridor.openShop(relay.url) };
  const waves: Load[] = [];
  try {
    waves.push(await buyWithoutCrm(scene));
    for (const death of deaths) waves.push(await buyWhileCrmDies(scene, death));
    await using crm = await corridor.openCrm();
    relay.leadTo(crm.url);
    waves.push(await buyWhileShopDies(scene));
    await untilAllArrived(corridor.owner);
    await assertAllAccepted(scene, crm.url, waves);
  } finally {
    await scene.shop[Symbol.asyncDispose]();
  }
});

/** Whatever became of the CRM, buyers are answered as ever. */
async function buyWithoutCrm(scene: Scene): Promise<Load> {
  const { owner } = scene.corridor;
  await fillCarts(owner, [{ sessionId: magnate.sessionId, lines: [{ productId: dearGoods.firstId, quantity: 40 }] }]);
  const wave = await startWave(scene, 'first', [magnate]);
  await wave.done;
  const statuses = wave.answers.map(({ status }) => status);
  assert.deepEqual([...new Set(statuses)].sort(), [200, 402], 'nothing but yes, and no from the card processor');
  assert.equal(statuses.length, waveSize, 'at once');
  assert.equal((await ask(`${scene.shop.url}/ready`)).status, 200);
  const placed = statuses.filter((status) => status === 200).length;
  assert.deepEqual(await deliveriesOf(owner), { waiting: placed, dead: 0, delivered: 0 });
  return wave;
}

/** Between the commit of the CRM and its answer: the order is accepted, and the shop does not know. */
async function buyWhileCrmDies(scene: Scene, death: number): Promise<Load> {
  const { owner } = scene.corridor;
  await using crm = await scene.corridor.openCrm({ entry: crashCrm, args: [String(death)] });
  scene.relay.leadTo(crm.url);
  const wave = await startWave(scene, `until-${death}`);
  assert.equal(await soon('the end of the CRM', crm.exited), 'SIGKILL');
  scene.relay.leadTo(undefined);
  assert.notEqual(await countUnheard(owner), 0, 'a message is received, and not known to be delivered');
  await wave.done;
  return wave;
}

/** In the middle of deliveries, and of checkouts. */
async function buyWhileShopDies(scene: Scene): Promise<Load> {
  const { corridor, relay } = scene;
  const wave = await startWave(scene, 'last');
  await soon(
    'a delivery',
    relay.onNext(() => scene.shop.child.kill('SIGKILL')),
  );
  await kill(scene.shop);
  assert.notEqual(await endLeases(corridor.owner), 0, 'it died in the middle of deliveries');
  scene.shop = await corridor.openShop(relay.url);
  await wave.done;
  return wave;
}

async function startWave(scene: Scene, name: string, others: readonly Purchase[] = []): Promise<Load> {
  const buyers = buyersOf(name, waveSize - others.length);
  await sendBuyers(scene.corridor.owner, buyers);
  return startCheckouts(() => scene.shop.url, [...buyers, ...others], atOnce);
}

async function countUnheard(owner: Owner): Promise<number> {
  const unheard = owner
    .selectFrom('inbox as i')
    .innerJoin('outboxDeliveries as d', (join) =>
      join.onRef('d.eventId', '=', 'i.eventId').onRef('d.consumer', '=', 'i.consumer'),
    )
    .where('d.deliveredAt', 'is', null);
  return (await unheard.select('i.eventId').execute()).length;
}

async function assertAllAccepted({ corridor, relay }: Scene, crmUrl: string, waves: readonly Load[]): Promise<void> {
  const { owner } = corridor;
  assert.deepEqual(await faultsIn(owner), []);
  assert.deepEqual(await syncFaultsIn(owner), []);
  const outcomes = waves.flatMap((wave) => [...wave.outcomes]);
  assert.equal(outcomes.length, waveSize * waves.length);
  for (const [{ token, sessionId }, { status }] of outcomes)
    assert.equal(status, token === 'tok_declined' ? 402 : 200, sessionId);
  const told = outcomes.flatMap(([purchase, { status, body }]) =>
    status === 200 ? [{ purchase, id: body.order_id }] : [],
  );
  assert.equal(relay.handedOn.size, told.length);
  for (const [id, { times, applied }] of relay.handedOn) assert.ok(times >= 2 && applied <= 1, `message ${id}`);
  await assertShown(crmUrl, told);
}

async function assertShown(crmUrl: string, told: readonly { purchase: Purchase; id: unknown }[]): Promise<void> {
  const operator = await signIn(crmUrl);
  let repeated = 0;
  await sideBySide(told, atOnce, async ({ purchase, id }) => {
    const { status, body } = await operator.get(`/api/orders/${id}`);
    assert.equal(status, 200);
    const { accepted_at: acceptedAt, deliveries, ...sync } = Object(body.sync);
    assert.deepEqual(sync, { status: 'accepted', acceptances: 1 });
    assert.ok(Date.parse(acceptedAt) > 0 && deliveries >= 1, purchase.sessionId);
    if (deliveries >= 2) repeated += 1;
    const isHeld = purchase.method === 'bank_transfer' || purchase === magnate;
    assert.equal(body.status, isHeld ? 'on_hold' : 'accepted', purchase.sessionId);
  });
  assert.ok(repeated >= deaths.length, `${repeated} orders were sent more than once`);
}
