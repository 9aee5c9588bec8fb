import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessMetrics } from '@octo/contracts/telemetry/business.ts';
import { type AlarmRoom, openAlarmRoom } from '../testing/alarm-room.ts';
import { shop } from '../watched-services.ts';
import { burnOf } from './burn-windows.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const [fast, slow] = ['shop-checkout-availability.fast', 'shop-checkout-availability.slow'];
const checkout = { service: shop, workflow: 'checkout', name: 'POST /api/shop/checkout' };

/** An hour of a healthy shop that is already over. */
function healthyHour({ request }: AlarmRoom): void {
  for (let agoMs = hourMs; agoMs > 0; agoMs -= minuteMs) request({ ...checkout, count: 10, agoMs });
}

test('a burn is the share of errors against the share that the objective allows', () => {
  for (const [all, bad, objective, burn] of [
    [1000, 5, 0.995, 1],
    [1000, 72, 0.995, 14.4],
    [100, 100, 0.95, 20],
    [100, 0, 0.995, 0],
  ] as const)
    assert.ok(Math.abs((burnOf({ all, bad }, objective) ?? Number.NaN) - burn) < 1e-9, `${bad} of ${all}`);
  assert.equal(burnOf({ all: 0, bad: 0 }, 0.995), undefined);
});

test('errors fire the fast alarm when both its windows burn, and it is cleared when they are over', async () => {
  await using room = await openAlarmRoom();
  healthyHour(room);
  await room.lookFor(minuteMs, () => room.request({ ...checkout, count: 2 }));
  assert.deepEqual(room.loud(), []);
  await room.lookFor(5 * minuteMs, () => room.request({ ...checkout, count: 5, errors: 5 }));
  assert.equal(room.stateOf(fast), 'firing');
  assert.ok(room.t.observatory.alarms.get(fast).state?.traceId, 'with a trace as an example');
  room.pass(30 * minuteMs);
  await room.lookFor(minuteMs, () => room.request({ ...checkout, count: 5 }));
  assert.equal(room.stateOf(fast), 'ok', 'the short windows are clean, though the long ones still burn');
  const kinds = room.t.observatory.store
    .read(({ alarms }) => alarms.events({ rule: fast, before: undefined }, 10))
    .map(({ kind }) => kind);
  assert.deepEqual(kinds, ['cleared', 'fired']);
});

test('errors that are long over fire nothing: the short window is clean', async () => {
  await using room = await openAlarmRoom();
  room.request({ ...checkout, count: 100, errors: 100, agoMs: 30 * minuteMs });
  await room.lookFor(minuteMs, () => room.request({ ...checkout, count: 5 }));
  assert.notEqual(room.stateOf(fast), 'firing');
});

test('three errors at night page nobody', async () => {
  await using room = await openAlarmRoom();
  await room.lookFor(2 * minuteMs, () => undefined);
  room.request({ ...checkout, count: 3, errors: 3 });
  await room.lookFor(minuteMs);
  room.request({ ...checkout, count: 30, errors: 1 });
  await room.lookFor(minuteMs);
  assert.deepEqual(room.loud(), []);
});

test('a share of errors that is small but lasts fires the slow alarm alone', async () => {
  await using room = await openAlarmRoom();
  // 2 % of errors burn four times too fast.
  for (let agoMs = 24 * hourMs; agoMs >= 0; agoMs -= 10 * minuteMs)
    room.request({ ...checkout, count: 50, errors: 1, agoMs });
  await room.lookFor(minuteMs);
  assert.equal(room.stateOf(slow), 'firing');
  assert.notEqual(room.stateOf(fast), 'firing');
});

test('declines are no errors, and a workflow without traffic is told apart from one that is well', async () => {
  await using room = await openAlarmRoom();
  await room.lookFor(minuteMs, () => room.request({ ...checkout, count: 5 }));
  assert.equal(room.stateOf(fast), 'ok');
  assert.equal(room.stateOf('shop-cart-availability.fast'), 'no_data');
});

test('requests that are slow burn the budget of latency and leave that of availability alone', async () => {
  await using room = await openAlarmRoom();
  await room.lookFor(5 * minuteMs, () => room.request({ ...checkout, count: 5, durationMs: 2000 }));
  assert.equal(room.stateOf('shop-checkout-latency.fast'), 'firing');
  assert.equal(room.stateOf(fast), 'ok');
});

for (const fate of ['waiting', 'dead'])
  test(`attempts that leave messages ${fate} burn with one of them as an example`, async () => {
    await using room = await openAlarmRoom();
    const settle = (state: string, grew: number) => {
      const attributes = { 'octo.delivery.state': state };
      room.measure({ service: shop, name: businessMetrics.messagesSettled, attributes, grew });
      room.request({ service: shop, workflow: 'crm-sync', name: `settle ${state}`, count: 1, attributes });
    };
    await room.lookFor(minuteMs, () => {
      settle(fate, 5);
      settle('delivered', 5);
    });
    const { state } = room.t.observatory.alarms.get('crm-sync-availability.fast');
    assert.equal(state?.state, 'firing');
    const found = room.t.observatory.store.read(({ traces }) => traces.find(state?.traceId ?? ''));
    assert.ok(typeof found === 'object');
    assert.deepEqual(
      found.spans.map(({ name }) => name),
      [`settle ${fate}`],
    );
  });

test('with a pace of 60 what takes an hour takes a minute', async () => {
  await using room = await openAlarmRoom({ OBSERVATORY_ALARM_PACE: '60' });
  await room.lookFor(30_000, () => room.request({ ...checkout, count: 10, errors: 10 }));
  assert.equal(room.stateOf(fast), 'firing');
  await room.lookFor(2 * minuteMs, () => room.request({ ...checkout, count: 10 }));
  assert.equal(room.stateOf(fast), 'ok');
});

test('with a pace of 60 an alarm does not come and go between two steps, nor is a service silent that reports in time', async () => {
  await using room = await openAlarmRoom({ OBSERVATORY_ALARM_PACE: '60' });
  const seen = new Set<string>();
  for (let second = 0; second < 90; second += 1) {
    if (second % 10 === 0) room.request({ ...checkout, count: 10, errors: 10 });
    await room.t.observatory.alarms.look();
    if (second > 30) seen.add(room.loud().join(' '));
    room.pass(1000);
  }
  assert.deepEqual([...seen], [`${fast} ${slow}`]);
});

test('a healthy hour of every workflow fires nothing', async () => {
  await using room = await openAlarmRoom();
  const { alarms } = room.t.observatory;
  const workflows = alarms.all().flatMap(({ rule: { condition } }) => {
    const source = condition.kind === 'burn' ? condition.slo.source : undefined;
    return source?.kind === 'requests' ? [source] : [];
  });
  assert.ok(workflows.length > 10);
  await room.lookFor(hourMs / 6, () => {
    for (const { service, workflow } of workflows)
      for (const name of ['GET /', 'GET /api/x', 'POST /x']) room.request({ service, workflow, name, count: 2 });
  });
  assert.deepEqual(room.loud(), []);
});
