import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { browserAttributes, type VitalName, vitalEvent } from '@octo/contracts/browser-telemetry.ts';
import { businessMetrics } from '@octo/contracts/telemetry/business.ts';
import { connectionTimeouts, connectionWait, spansMissing } from '@octo/platform/telemetry/names/metrics/database.ts';
import { recordsDropped } from '@octo/platform/telemetry/names/metrics/receivers.ts';
import { workOf } from '../../insight/store/testing/store-room.ts';
import { emptyLog } from '../../otlp/records.ts';
import type { Arrival } from '../../store/arrivals.ts';
import { openAlarmRoom, type SomeMetric } from '../../testing/alarm-room.ts';
import { newId } from '../../testing/otlp-json.ts';
import { scriptedDatabase, totalsOf } from '../../testing/scripted-database.ts';
import { crm, shop } from '../../watched-services.ts';
import { allRules } from './all-rules.ts';

const minuteMs = 60_000;
const state = (value: string) => ({ attributes: { 'octo.delivery.state': value } });
const settled = { service: shop, name: businessMetrics.messagesSettled };

/** What fires a rule when it comes every ten seconds, and what leaves it quiet. */
const conditions: Record<string, { healthy: SomeMetric[]; wrong: SomeMetric[]; clearMs: number }> = {
  'database.pool_timeouts': {
    healthy: [{ service: shop, name: connectionTimeouts.name, grew: 0 }],
    wrong: [{ service: shop, name: connectionTimeouts.name, grew: 1 }],
    clearMs: 3 * minuteMs,
  },
  'database.pool_waits': {
    healthy: [{ service: shop, name: connectionWait.name, values: [...Array(30).fill(0.001), 0.6] }],
    wrong: [{ service: shop, name: connectionWait.name, values: [0.8, 0.9, 1] }],
    clearMs: 6 * minuteMs,
  },
  'database.spans_missing': {
    healthy: [{ service: shop, name: spansMissing.name, is: 0 }],
    wrong: [{ service: shop, name: spansMissing.name, is: 1 }],
    clearMs: 3 * minuteMs,
  },
  'messages.dead': {
    healthy: [{ ...settled, ...state('delivered'), grew: 3 }],
    wrong: [{ ...settled, ...state('dead'), grew: 1 }],
    clearMs: 16 * minuteMs,
  },
  'messages.undelivered': {
    healthy: [{ ...settled, ...state('delivered'), grew: 5 }],
    wrong: [{ ...settled, ...state('waiting'), grew: 9 }],
    clearMs: 3 * minuteMs,
  },
  'messages.lag': {
    healthy: [{ service: crm, name: businessMetrics.acceptanceDelay, values: [0.2, 0.4, 2] }],
    wrong: [{ service: crm, name: businessMetrics.acceptanceDelay, values: [90, 120, 300] }],
    clearMs: 11 * minuteMs,
  },
  'security.sign_ins': {
    healthy: [],
    wrong: [
      { service: crm, name: businessMetrics.signInsRefused, attributes: { 'octo.outcome': 'identity.wrong' }, grew: 4 },
    ],
    clearMs: 6 * minuteMs,
  },
  'telemetry.dropped': {
    healthy: [{ service: shop, name: recordsDropped.name, grew: 0 }],
    wrong: [{ service: shop, name: recordsDropped.name, grew: 12 }],
    clearMs: 6 * minuteMs,
  },
};

for (const [id, { healthy, wrong, clearMs }] of Object.entries(conditions))
  test(`${id} is quiet while all is well, fires on its condition, and is cleared`, async () => {
    await using room = await openAlarmRoom();
    const tell = (metrics: readonly SomeMetric[]) => () => {
      for (const metric of metrics) room.measure(metric);
    };
    await room.lookFor(2 * minuteMs, tell(healthy));
    assert.deepEqual(room.loud(), []);
    await room.lookFor(4 * minuteMs, tell(wrong));
    assert.equal(room.stateOf(id), 'firing');
    room.pass(clearMs);
    await room.lookFor(minuteMs, tell(healthy));
    assert.notEqual(room.stateOf(id), 'firing');
  });

test('a restart of the CRM, with more attempts in vain than messages that then arrive, calls nobody', async () => {
  await using room = await openAlarmRoom();
  const settle = (one: SomeMetric) => () => room.measure(one);
  await room.lookFor(minuteMs / 3, settle({ ...settled, ...state('waiting'), grew: 4 }));
  await room.lookFor(minuteMs / 6, settle({ ...settled, ...state('delivered'), grew: 1 }));
  assert.equal(room.stateOf('messages.undelivered'), 'pending');
  await room.lookFor(3 * minuteMs, settle({ ...settled, ...state('delivered'), grew: 0 }));
  assert.deepEqual(room.loud(), []);
});

test('a percentile of a few values fires nothing', async () => {
  await using room = await openAlarmRoom();
  room.measure({ service: crm, name: businessMetrics.acceptanceDelay, values: [90] });
  room.measure({ service: shop, name: connectionWait.name, values: [2] });
  await room.lookFor(minuteMs);
  assert.deepEqual(room.loud(), []);
  assert.equal(
    room.t.observatory.alarms.get('messages.lag').state?.readings[0]?.value,
    1,
    'and says of how many it is',
  );
});

test('that no message was given up is nothing wrong, once messages are counted', async () => {
  await using room = await openAlarmRoom();
  await room.lookFor(minuteMs / 2);
  assert.equal(room.stateOf('messages.dead'), 'no_data');
  room.measure({ ...settled, ...state('delivered'), grew: 1 });
  await room.lookFor(minuteMs / 2);
  assert.equal(room.stateOf('messages.dead'), 'ok');
});

test('a spike of security events fires, and a single one does not', async () => {
  await using room = await openAlarmRoom();
  room.work(crm, 'security.record_security_event', 1);
  await room.lookFor(minuteMs);
  assert.equal(room.stateOf('security.events'), 'ok');
  room.work(shop, 'security.record_security_event', 2);
  await room.lookFor(minuteMs);
  assert.equal(room.stateOf('security.events'), 'firing');
  room.pass(10 * minuteMs);
  await room.lookFor(minuteMs);
  assert.equal(room.stateOf('security.events'), 'ok');
});

test('pages that show late fire when enough people say so, and never push a service into an alarm', async () => {
  await using room = await openAlarmRoom();
  const show = (ms: number, views: number) => room.t.observatory.store.write([vitals('LCP', ms, views, room.nowMs())]);
  await room.lookFor(minuteMs, () => void show(1200, 6));
  assert.equal(room.stateOf('browser.lcp'), 'ok');
  assert.equal(room.stateOf('browser.inp'), 'no_data');
  await room.lookFor(3 * minuteMs, () => void show(9000, 20));
  assert.deepEqual(room.loud(), ['browser.lcp']);
  room.pass(16 * minuteMs);
  await room.lookFor(minuteMs);
  assert.equal(room.stateOf('browser.lcp'), 'no_data');
});

function vitals(name: VitalName, value: number, views: number, nowMs: number): Arrival {
  const { eventName, vitalName, vitalValue, page } = browserAttributes;
  const attributes = { [eventName]: vitalEvent, [vitalName]: name, [vitalValue]: value, [page]: '/' };
  const items = Array.from({ length: views }, () => ({
    ...emptyLog(),
    timeNano: BigInt(nowMs) * 1_000_000n,
    attributes: { ...attributes, [browserAttributes.sessionId]: newId(16), [browserAttributes.viewId]: newId(16) },
  }));
  return {
    signal: 'browser',
    content: { resource: { service: 'browser', attributes: { 'octo.app': 'shop' } }, items },
  };
}

test('sessions that wait for a lock fire when one does so all the time, and not when one waits now and then', async () => {
  const env = { INSIGHT_DATABASE_URL: 'postgres://octo_insight:x@localhost/octo' };
  await using room = await openAlarmRoom(env, { database: scriptedDatabase() });
  const { watch } = room.t.observatory;
  assert.ok(watch);
  const waiting = {
    sessionId: '7',
    key: { waitClass: 'Lock', event: 'transactionid', statementId: '1', module: shop, action: '' },
    traceId: null,
  };
  await watch.turn();
  const seconds = (isWaiting: (second: number) => boolean) => () => {
    const now = Math.floor(room.nowMs() / 1000);
    for (let second = now - 10; second < now; second += 1)
      watch.store.addLook(second, isWaiting(second) ? [waiting] : []);
  };
  await room.lookFor(
    minuteMs,
    seconds((second) => second % 2 === 0),
  );
  assert.equal(room.stateOf('database.locks'), 'ok');
  await room.lookFor(
    minuteMs,
    seconds(() => true),
  );
  assert.equal(room.stateOf('database.locks'), 'firing');
  assert.equal(room.t.observatory.alarms.get('database.locks').state?.traceId, null, 'nobody knows whose work it is');
  // As after a restart, or a sleep: the first looks at sessions are still to come.
  room.pass(5 * minuteMs);
  await room.lookFor(minuteMs / 3);
  assert.equal(room.stateOf('database.locks'), 'firing');
  await room.lookFor(
    2 * minuteMs,
    seconds(() => false),
  );
  assert.equal(room.stateOf('database.locks'), 'ok');
});

test('a statement that became slower fires, once it has been so for a while', async () => {
  const env = { INSIGHT_DATABASE_URL: 'postgres://octo_insight:x@localhost/octo' };
  await using room = await openAlarmRoom(env, { database: scriptedDatabase() });
  const { watch } = room.t.observatory;
  assert.ok(watch);
  const add = (agoMinutes: number, calls: number, elapsedMs: number) => {
    const minute = Math.floor(room.nowMs() / minuteMs) - agoMinutes;
    const counted = { minute, work: [workOf('1', calls, elapsedMs)] };
    watch.store.addStatements({ atMs: minute * minuteMs, totals: [totalsOf('1', calls)], counted });
  };
  add(120, 100, 1000);
  add(60, 100, 1000);
  await room.lookFor(minuteMs);
  assert.equal(room.stateOf('database.regression'), 'ok');
  add(1, 20, 2000);
  await room.lookFor(minuteMs);
  assert.equal(room.stateOf('database.regression'), 'pending');
  await room.lookFor(6 * minuteMs);
  assert.equal(room.stateOf('database.regression'), 'firing');
});

test('what the observatory loses fires, and a full store is told when it lasts', async () => {
  await using room = await openAlarmRoom({ OBSERVATORY_STORE_MB: '16' });
  await room.lookFor(minuteMs);
  assert.equal(room.stateOf('observatory.lost'), 'ok');
  assert.equal(room.stateOf('observatory.store_full'), 'ok');
  const { store, queue } = room.t.observatory;
  store.usedShare = () => 0.99;
  queue.lost = () => 3;
  await room.lookFor(6 * minuteMs);
  assert.equal(room.stateOf('observatory.store_full'), 'firing');
  assert.equal(room.t.observatory.alarms.get('observatory.lost').state?.value, 0, 'it was lost more than 5 min ago');
  assert.equal(
    room.t.observatory.store.read(({ alarms }) => alarms.events({ rule: 'observatory.lost', before: undefined }, 1))[0]
      ?.kind,
    'cleared',
  );
});

test('every rule that counts says what, and no other does', () => {
  for (const { id, unit, noun } of allRules) assert.equal(noun !== undefined, unit === 'count', id);
});

test('every rule has an id of its own, and a part of the runbook that is there', () => {
  const runbook = readFileSync(new URL('../../../../docs/runbook.md', import.meta.url), 'utf8');
  const anchors = new Set(
    [...runbook.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
  assert.equal(new Set(allRules.map(({ id }) => id)).size, allRules.length);
  for (const { id, runbook: anchor } of allRules) assert.ok(anchors.has(anchor), `${id}: ${anchor}`);
});
