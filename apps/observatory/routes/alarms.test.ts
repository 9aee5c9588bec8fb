import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  acknowledgeAlarm,
  endSilence,
  getAlarm,
  listAlarmEvents,
  listAlarms,
  silenceAlarm,
} from '@octo/contracts/observatory-alarms.ts';
import { getOverview } from '@octo/contracts/observatory-overview.ts';
import { listSlos, type SloStatus } from '@octo/contracts/observatory-slos.ts';
import { businessMetrics } from '@octo/contracts/telemetry/business.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { type AlarmRoom, openAlarmRoom } from '../testing/alarm-room.ts';
import { crm, gateway, shop } from '../watched-services.ts';

const minuteMs = 60_000;
const silent = `silent.${shop}`;
const burning = 'shop-checkout-availability.fast';
let room: AlarmRoom;

before(async () => {
  room = await openAlarmRoom();
  await room.lookFor(2 * minuteMs, () => {
    room.request({ service: shop, workflow: 'checkout', name: 'POST /api/shop/checkout', count: 4, errors: 2 });
    room.request({ service: crm, workflow: 'admin-analytics', name: 'GET /api/dashboard', count: 2 });
    room.measure({ service: shop, name: businessMetrics.ordersPlaced, grew: 2 });
    room.measure({ service: shop, name: businessMetrics.orderValue, values: [1000, 499.5] });
    room.measure({ service: shop, name: businessMetrics.ordersFailed, grew: 1 });
    room.measure({ service: shop, name: businessMetrics.lostValue, grew: 19.99 });
  });
});
after(() => room[Symbol.asyncDispose]());

const get = (url: string) => room.t.app.inject(url);
const post = (url: string, payload: object) => room.t.app.inject({ method: 'POST', url, payload });

test('alarms are listed with what fires first, and by their state', async () => {
  const { alarms, checkedAt, pace, isNotifying } = expectContract(listAlarms, 200, await get('/api/alarms'));
  assert.equal(alarms[0]?.id, burning);
  assert.equal(checkedAt, new Date(room.nowMs() - 10_000).toISOString());
  assert.deepEqual([pace, isNotifying], [1, false]);
  const states = new Set(alarms.map(({ state }: { state: string }) => state));
  assert.deepEqual([...states], ['firing', 'ok', 'no_data']);
  assert.equal(alarms.find(({ id }: { id: string }) => id === 'messages.dead')?.noun, 'message');
  const quiet = expectContract(listAlarms, 200, await get('/api/alarms?state=no_data'));
  assert.ok(quiet.alarms.every(({ state }: { state: string }) => state === 'no_data'));
  expectProblem(await get('/api/alarms?state=loud'), { status: 400, code: 'http.invalid', field: 'state' });
});

test('an alarm says what it means, what to do, and what it was judged by', async () => {
  const alarm = expectContract(getAlarm, 200, await get(`/api/alarms/${burning}`));
  assert.match(alarm.meaning, /99\.5% of requests do not fail/);
  assert.equal(alarm.runbook, 'an-objective-burns-too-fast');
  assert.match(alarm.traces ?? '', /^\/traces\?service=octo-drone-shop&status=error&q=octo\.workflow\.id%3Dcheckout$/);
  assert.equal(alarm.readings[0]?.title, 'Burn over 1 h, of 14.4');
  assert.equal(Math.round(alarm.readings[0]?.value ?? 0), 100, 'half of them failed');
  assert.equal(alarm.values.length, 12);
  assert.equal(alarm.events[0]?.kind, 'fired');
  assert.deepEqual([alarm.threshold, alarm.noun, alarm.events[0]?.threshold], [1, null, 1]);
  assert.ok(alarm.traceId);
  expectProblem(await get('/api/alarms/nothing'), { status: 404, code: 'alarms.unknown' });
  expectProblem(await get('/api/alarms/NOT%20ONE'), { status: 400, code: 'http.invalid', field: 'alarmId' });
});

test('what fires can be acknowledged with a note, and nothing else can', async () => {
  const path = `/api/alarms/${burning}/acknowledgement`;
  const answer = await post(path, { note: 'the payment rail is away', who: 'Ada' });
  const { acknowledged } = expectContract(acknowledgeAlarm, 200, answer);
  assert.deepEqual([acknowledged?.who, acknowledged?.note], ['Ada', 'the payment rail is away']);
  expectProblem(await post(path, { note: '  ' }), { status: 400, code: 'http.invalid', field: 'note' });
  const quiet = await post(`/api/alarms/${silent}/acknowledgement`, { note: 'x' });
  expectProblem(quiet, { status: 409, code: 'alarms.not_firing' });
  const unknown = await post('/api/alarms/nothing/acknowledgement', { note: 'x' });
  expectProblem(unknown, { status: 404, code: 'alarms.unknown' });
});

test('an alarm is silenced for a time, says why, and can be heard again', async () => {
  const path = `/api/alarms/${silent}/silence`;
  const { silence } = expectContract(silenceAlarm, 200, await post(path, { minutes: 30, why: 'it is being moved' }));
  assert.equal(silence?.why, 'it is being moved');
  assert.equal(Date.parse(silence?.until ?? '') - room.nowMs(), 30 * minuteMs);
  room.pass(1000);
  const longer = expectContract(silenceAlarm, 200, await post(path, { minutes: 60, why: 'it takes longer' })).silence;
  assert.deepEqual(
    [longer?.at, Date.parse(longer?.until ?? '') - room.nowMs()],
    [silence?.at, 60 * minuteMs],
    'it began when it did',
  );
  for (const [payload, field] of [
    [{ minutes: 0, why: 'x' }, 'minutes'],
    [{ minutes: 5 }, 'why'],
  ] as const)
    expectProblem(await post(path, payload), { status: 400, code: 'http.invalid', field });
  const end = () => room.t.app.inject({ method: 'DELETE', url: path });
  assert.equal(expectContract(endSilence, 200, await end()).silence, null);
  expectProblem(await end(), { status: 409, code: 'alarms.not_silenced' });
  expectProblem(await post('/api/alarms/nothing/silence', { minutes: 5, why: 'x' }), {
    status: 404,
    code: 'alarms.unknown',
  });
});

test('another site may do nothing with an alarm', async () => {
  const answer = await room.t.app.inject({
    method: 'POST',
    url: `/api/alarms/${silent}/silence`,
    headers: { origin: 'https://elsewhere.example' },
    payload: { minutes: 5, why: 'x' },
  });
  expectProblem(answer, { status: 403, code: 'http.foreign_origin', field: 'Origin' });
});

test('what happened is told page by page, the newest first', async () => {
  const all = expectContract(listAlarmEvents, 200, await get('/api/alarm-events'));
  const seen: number[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const url: string = `/api/alarm-events?limit=1${next === '' ? '' : `&after=${next}`}`;
    const page = expectContract(listAlarmEvents, 200, await get(url));
    seen.push(...page.events.map(({ id }: { id: number }) => id));
    next = page.next;
  }
  assert.ok(seen.length > 2);
  assert.deepEqual(
    seen,
    all.events.map(({ id }: { id: number }) => id),
  );
  for (const [query, field] of [
    ['limit=0', 'limit'],
    ['after=x', 'after'],
  ])
    expectProblem(await get(`/api/alarm-events?${query}`), { status: 400, code: /invalid/, field: field ?? '' });
});

test('objectives tell what is left of their budget, and from how long a time they know it', async () => {
  const { slos, measuredHours } = expectContract(listSlos, 200, await get('/api/slos'));
  assert.equal(measuredHours, 72);
  const statusOf = (id: string) => slos.find((slo: SloStatus) => slo.id === id);
  const checkout = statusOf('shop-checkout-availability');
  assert.deepEqual([checkout?.state, checkout?.all, checkout?.bad, checkout?.share], ['burning', 48, 24, 0.5]);
  assert.ok((checkout?.budgetLeft ?? 0) < -90 && checkout?.usedUpInHours === 0);
  const analytics = statusOf('crm-analytics-latency');
  assert.deepEqual([analytics?.state, analytics?.budgetLeft, analytics?.usedUpInHours], ['met', 1, null]);
  assert.equal(statusOf('gateway-query-lab-availability')?.state, 'no_data');
  assert.equal(statusOf('gateway-query-lab-availability')?.service, gateway);
});

test('the overview tells in one answer what fires, how services do, what is sold, and what observing costs', async () => {
  const overview = expectContract(getOverview, 200, await get('/api/overview?minutes=15'));
  assert.equal(overview.firing[0]?.id, burning);
  const states = overview.services.map(({ service, state }: { service: string; state: string }) => [service, state]);
  assert.deepEqual(states, [
    [crm, 'ok'],
    [shop, 'burning'],
  ]);
  const { orders, revenue, failedOrders, lostRevenue, declinedCheckouts, steps } = overview.business;
  assert.deepEqual([orders, revenue, failedOrders, declinedCheckouts], [24, 12 * 1499.5, 12, null]);
  assert.equal(lostRevenue, 239.88);
  assert.equal(
    steps.reduce((sum: number, { orders: sold }: { orders: number | null }) => sum + (sold ?? 0), 0),
    24,
  );
  assert.ok(overview.cost.memoryBytes > 0 && overview.cost.storeBytes < overview.cost.storeLimitBytes);
  assert.deepEqual(overview.pages, [], 'nobody said where pages are');
  for (const minutes of ['0', 'x', '1441'])
    expectProblem(await get(`/api/overview?minutes=${minutes}`), {
      status: 400,
      code: 'http.invalid',
      field: 'minutes',
    });
});
