import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { discardDelivery, getSync, listDeliveries, retryDelivery } from '@octo/contracts/crm/sync.ts';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { addNews, addPlacedOrder } from '../testing/placed-order.ts';
import { type StaffClient, signedInAs } from '../testing/sign-in.ts';
import { createTestCrm, type TestCrm } from '../testing/test-crm.ts';

const path = '/api/sync/deliveries';

let t: TestCrm;
let admin: StaffClient;
let viewer: StaffClient;
let orderId: number;
before(async () => {
  t = await createTestCrm();
  admin = await signedInAs(t, 'admin');
  viewer = await signedInAs(t, 'viewer');
  orderId = await addPlacedOrder(t.owner);
});
after(() => t[Symbol.asyncDispose]());

function addDeadLetter(): Promise<string> {
  return addNews(t.owner, orderId, { deadAt: new Date(), lastError: 'orders.not_found', attempts: 1 });
}

function act(person: StaffClient, eventId: string, action: 'retry' | 'discard', consumer = 'crm') {
  return person.post(`${path}/${eventId}/${consumer}/${action}`);
}

async function queueOf(consumer: string) {
  const { queues } = expectContract(getSync, 200, await viewer.get('/api/sync'));
  return queues.find((queue: { consumer: string }) => queue.consumer === consumer);
}

test('tells how far each service lags behind', async () => {
  const before = await queueOf('crm');
  await addNews(t.owner, orderId);
  await addNews(t.owner, orderId, { lastError: 'unreachable', attempts: 1 });
  await addNews(t.owner, orderId, { deliveredAt: new Date(), attempts: 1 });
  await addDeadLetter();
  const now = await queueOf('crm');
  const grown = ['waiting', 'retrying', 'dead', 'delivered_last_hour'].map((name) => now[name] - before[name]);
  assert.deepEqual(grown, [2, 1, 1, 1]);
  assert.ok(now.oldest_waiting_at !== null && now.lag_seconds >= 0);
  assert.deepEqual((await queueOf('shop')).waiting, 0);
});

test('lists the messages of a state, newest first and page by page', async () => {
  const sent = [await addDeadLetter(), await addDeadLetter(), await addDeadLetter()];
  const first = expectContract(listDeliveries, 200, await viewer.get(`${path}?state=dead&limit=2`));
  const second = expectContract(
    listDeliveries,
    200,
    await viewer.get(`${path}?state=dead&limit=2&after=${first.next}`),
  );
  const ids = [...first.deliveries, ...second.deliveries].map(({ event_id: id }) => id);
  assert.deepEqual(ids.slice(0, 3), sent.toReversed());
  const [delivery] = first.deliveries;
  assert.deepEqual(
    [delivery.event_type, delivery.consumer, delivery.state, delivery.attempts, delivery.last_error, delivery.order_id],
    ['order.placed', 'crm', 'dead', 1, 'orders.not_found', orderId],
  );
  assert.deepEqual([delivery.delivered_at, delivery.next_attempt_at], [null, null]);
});

const refused: [query: string, code: string, field: string][] = [
  ['state=lost', 'http.invalid', 'state'],
  ['limit=0', 'http.invalid', 'limit'],
  ['limit=201', 'http.invalid', 'limit'],
  ['after=!', 'http.invalid', 'after'],
  ['after=abc', 'paging.cursor_invalid', 'after'],
];

for (const [query, code, field] of refused) {
  test(`refuses a list with ${query}`, async () => {
    expectProblem(await viewer.get(`${path}?${query}`), { status: 400, code, field });
  });
}

test('an operator has a dead letter sent again, or lays it aside, and both are shown with who did it', async () => {
  const [wanted, hopeless] = [await addDeadLetter(), await addDeadLetter()];
  const retried = expectContract(retryDelivery, 200, await act(admin, wanted, 'retry'));
  assert.deepEqual([retried.delivery.event_id, retried.delivery.state], [wanted, 'retrying']);
  const discarded = expectContract(discardDelivery, 200, await act(admin, hopeless, 'discard'));
  assert.deepEqual([discarded.delivery.event_id, discarded.delivery.state], [hopeless, 'discarded']);
  const { audit } = expectContract(getSync, 200, await viewer.get('/api/sync'));
  assert.deepEqual(
    audit.slice(0, 2).map(({ actor, action, resource }: Record<string, string>) => [actor, action, resource]),
    [
      [admin.username, 'sync.discard', `deliveries/${hopeless}/crm`],
      [admin.username, 'sync.retry', `deliveries/${wanted}/crm`],
    ],
  );
});

for (const action of ['retry', 'discard'] as const) {
  test(`${action}: only a dead letter, only one that there is, only by who may`, async () => {
    const dead = await addDeadLetter();
    expectProblem(await act(viewer, dead, action), { status: 403, code: 'identity.not_allowed' });
    expectProblem(await t.app.inject({ method: 'POST', url: `${path}/${dead}/crm/${action}` }), {
      status: 401,
      code: 'identity.not_signed_in',
    });
    const unknown = { status: 404, code: 'messaging.delivery_not_found' };
    expectProblem(await act(admin, uuidV7(), action), unknown);
    expectProblem(await act(admin, dead, action, 'shop'), unknown);
    expectProblem(await act(admin, dead, action, 'nobody'), { status: 400, code: 'http.invalid', field: 'consumer' });
    expectProblem(await act(admin, 'seventeen', action), { status: 400, code: 'http.invalid', field: 'event_id' });
    assert.equal((await act(admin, dead, action)).statusCode, 200);
    expectProblem(await act(admin, dead, action), { status: 409, code: 'messaging.not_dead' });
    const waiting = await addNews(t.owner, orderId);
    expectProblem(await act(admin, waiting, action), { status: 409, code: 'messaging.not_dead' });
  });
}

test('the last things that operators did are the newest twenty', async () => {
  for (let index = 0; index < 21; index += 1) await act(admin, await addDeadLetter(), index % 2 ? 'retry' : 'discard');
  const { audit } = (await viewer.get('/api/sync')).json();
  assert.equal(audit.length, 20);
  const times = audit.map((entry: { created_at: string }) => entry.created_at);
  assert.deepEqual(times, times.toSorted().toReversed());
});
