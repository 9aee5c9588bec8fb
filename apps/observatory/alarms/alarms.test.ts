import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Arrival } from '../store/arrivals.ts';
import { openAlarmRoom } from '../testing/alarm-room.ts';
import { crm, shop } from '../watched-services.ts';

const minuteMs = 60_000;
const silent = `silent.${shop}`;

test('a service that was heard of and fell silent fires, until it is heard of again', async () => {
  await using room = await openAlarmRoom();
  const alive = () => room.request({ service: shop, workflow: 'other', count: 1 });
  await room.lookFor(5 * minuteMs, alive);
  assert.equal(room.stateOf(silent), 'ok');
  assert.equal(room.stateOf(`silent.${crm}`), 'no_data', 'of which nothing was ever heard');
  await room.lookFor(2 * minuteMs);
  assert.equal(room.stateOf(silent), 'firing');
  await room.lookFor(minuteMs, alive);
  assert.equal(room.stateOf(silent), 'ok');
});

test('log lines and metrics are signs of life, too', async () => {
  await using room = await openAlarmRoom();
  room.request({ service: shop, workflow: 'other', count: 1 });
  const resource = { service: shop, attributes: {} };
  const line = { timeNano: 0n, severity: 'INFO', body: 'here', traceId: '', spanId: '', attributes: {} };
  const log: Arrival = { signal: 'logs', content: { resource, items: [line] } };
  await room.lookFor(3 * minuteMs, () => void room.t.observatory.store.write([log]));
  assert.equal(room.stateOf(silent), 'ok');
});

test('what fired before a restart goes on firing, and does not fire again', async () => {
  const OBSERVATORY_DIR = mkdtempSync(join(tmpdir(), 'octo-alarms-'));
  after(() => rmSync(OBSERVATORY_DIR, { recursive: true }));
  const first = await openAlarmRoom({ OBSERVATORY_DIR });
  first.request({ service: shop, workflow: 'other', count: 1 });
  await first.lookFor(3 * minuteMs);
  assert.equal(first.stateOf(silent), 'firing');
  first.t.observatory.alarms.note(
    silent,
    { acknowledged: { atMs: first.nowMs(), who: 'me', note: 'seen' } },
    { kind: 'acknowledged', detail: { who: 'me', note: 'seen' } },
  );
  await first[Symbol.asyncDispose]();
  await using second = await openAlarmRoom({ OBSERVATORY_DIR }, { startMs: first.nowMs() + 10 * minuteMs });
  await second.lookFor(4 * minuteMs);
  assert.equal(second.stateOf(silent), 'firing');
  const events = second.t.observatory.store.read(({ alarms }) =>
    alarms.events({ rule: silent, before: undefined }, 10),
  );
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['acknowledged', 'fired'],
  );
  assert.equal(second.t.observatory.alarms.get(silent).state?.acknowledged?.note, 'seen');
  await second.lookFor(minuteMs, () => second.request({ service: shop, workflow: 'other', count: 1 }));
  assert.equal(second.stateOf(silent), 'ok');
  assert.equal(second.t.observatory.alarms.get(silent).state?.acknowledged, null, 'and the next time is a new one');
});

test('a machine that was asleep fires nothing for a time in which it could not listen', async () => {
  await using room = await openAlarmRoom();
  await room.lookFor(2 * minuteMs, () => room.request({ service: shop, workflow: 'other', count: 1 }));
  room.pass(60 * minuteMs);
  await room.lookFor(minuteMs);
  assert.equal(room.stateOf(silent), 'ok');
  await room.lookFor(minuteMs);
  assert.equal(room.stateOf(silent), 'firing', 'it has listened for a minute, and nothing came');
});

test('a trace that cannot be looked for leaves the alarm and the others alone', async () => {
  await using room = await openAlarmRoom();
  const { store, notes } = room.t.observatory;
  const { read } = store;
  store.read = (look) =>
    read((readers) => look({ ...readers, traces: { ...readers.traces, search: () => assert.fail('broken') } }));
  const failed = { service: shop, workflow: 'checkout', name: 'POST /api/shop/checkout', count: 30, errors: 30 };
  await room.lookFor(minuteMs / 2, () => room.request(failed));
  assert.equal(room.stateOf('shop-checkout-availability.fast'), 'firing');
  assert.equal(room.stateOf('observatory.store_full'), 'ok', 'which comes after it');
  assert.match(notes.all().join(), /No example was found for the alarm shop-checkout-availability\.fast: broken/);
});

test('a rule that cannot be judged leaves the others alone, and says so once', async () => {
  await using room = await openAlarmRoom();
  const { store, notes } = room.t.observatory;
  room.request({ service: shop, workflow: 'other', count: 1 });
  const { read } = store;
  store.read = (look) =>
    read((readers) => {
      const { heard } = readers;
      const broken = { lastMs: (service: string) => (service === crm ? assert.fail('broken') : heard.lastMs(service)) };
      return look({ ...readers, heard: broken });
    });
  await room.lookFor(minuteMs / 2);
  assert.equal(room.stateOf(silent), 'ok');
  assert.deepEqual(notes.all(), [`The alarm silent.${crm} could not be judged: broken`]);
});
