import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, test } from 'node:test';
import { resourceOf } from '../../otlp/limits.ts';
import { emptySpan, type SpanRecord } from '../../otlp/records.ts';
import { newId, newTraceId } from '../../testing/otlp-json.ts';
import type { Arrival } from '../arrivals.ts';
import { openStore, type Store } from '../store.ts';
import { spansPerTrace } from '../traces/schema.ts';

const [minuteMs, hourMs] = [60_000, 3_600_000];
let dir: string;
let nowMs: number;
let open: Store | undefined;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'octo-rates-'));
  nowMs = Date.UTC(2026, 10, 2, 12, 0, 5);
});
afterEach(() => {
  open?.[Symbol.dispose]();
  open = undefined;
  rmSync(dir, { recursive: true, force: true });
});

function openHere(limitMb = 64): Store {
  open?.[Symbol.dispose]();
  open = openStore({
    dir,
    limitBytes: limitMb * 2 ** 20,
    keepMs: 72 * hourMs,
    nowMs: () => nowMs,
    onNote: assert.fail,
  });
  return open;
}

function requests(items: (Partial<SpanRecord> & { agoMs?: number })[], isUntrusted = false): Arrival {
  const made = items.map(({ agoMs = 0, ...item }) => {
    const endNano = BigInt(nowMs - agoMs) * 1_000_000n;
    const times = { startNano: endNano - 20_000_000n, endNano };
    return { ...emptySpan(), traceId: newTraceId(), spanId: newId(8), kind: 1, name: 'GET /', ...times, ...item };
  });
  return { signal: 'traces', content: { resource: resourceOf({ 'service.name': 'shop' }), items: made, isUntrusted } };
}

const checkout = { attributes: { 'octo.workflow.id': 'checkout' } };
const ofCheckout = { service: 'shop', workflow: 'checkout' };
const sums = (store: Store, windowMs: number) =>
  store.read(({ workflows }) => workflows.sums(ofCheckout, windowMs, nowMs, 100));

/** What the file holds, as another program finds it. */
function rowsOf(sql: string): unknown[] {
  open?.[Symbol.dispose]();
  open = undefined;
  const db = new DatabaseSync(join(dir, 'store.db'));
  const rows = db.prepare(sql).all();
  db.close();
  return rows.map((row) => Object.values(row));
}

test('requests are counted by step and by minute, with their workflow, route and outcome', () => {
  const store = openHere();
  const slow = { startNano: BigInt(nowMs - 300) * 1_000_000n };
  store.write([requests([checkout, { ...checkout, status: 2 }, { ...checkout, ...slow }, { name: 'POST /x' }])]);
  assert.deepEqual(sums(store, minuteMs), { requests: 3, errors: 1, within: 1 });
  assert.deepEqual(sums(store, 24 * hourMs), { requests: 3, errors: 1, within: 1 });
  assert.deepEqual(rowsOf('select name, workflow, sum(requests) from request_minutes group by 1, 2'), [
    ['GET /', 'checkout', 3],
    ['POST /x', '', 1],
  ]);
  assert.deepEqual(rowsOf('select at * 10 % 60, workflow, sum(requests) from workflow_steps group by 1, 2'), [
    [0, '', 1],
    [0, 'checkout', 3],
  ]);
});

test('what comes late is counted in the time that it happened in', () => {
  const store = openHere();
  store.write([requests([checkout, { ...checkout, agoMs: 30 * minuteMs }, { ...checkout, agoMs: 3 * hourMs }])]);
  assert.equal(sums(store, minuteMs).requests, 1);
  assert.equal(sums(store, hourMs).requests, 2);
  assert.equal(sums(store, 6 * hourMs).requests, 3);
});

test('days are added up from hours, and what comes late by less than an hour is in them', () => {
  const store = openHere();
  const at = (agoMs: number) => store.write([requests([{ ...checkout, agoMs }])]);
  for (const hours of [1, 5, 20, 47, 70]) at(hours * hourMs);
  assert.deepEqual(
    [6, 24, 48, 72].map((hours) => sums(store, hours * hourMs).requests),
    [2, 3, 4, 5],
  );
  at(50 * minuteMs);
  nowMs += 90 * minuteMs;
  assert.equal(sums(store, 24 * hourMs).requests, 4);
  assert.equal(sums(store, 72 * hourMs).requests, 6);
});

test('a span that is sent again counts once', () => {
  const store = openHere();
  const arrival = requests([checkout]);
  store.write([arrival]);
  store.write([arrival, arrival]);
  assert.equal(sums(store, minuteMs).requests, 1);
});

test('a span that finds its trace full counts all the same', () => {
  const store = openHere();
  const traceId = newTraceId();
  store.write([requests(Array.from({ length: spansPerTrace }, () => ({ traceId, kind: 0 })))]);
  assert.equal(store.write([requests([{ ...checkout, traceId }])]), 1, 'it is refused');
  assert.equal(sums(store, minuteMs).requests, 1);
});

test('what a browser says is in no rate, and makes no service heard of', () => {
  const store = openHere();
  store.write([requests([checkout], true)]);
  assert.equal(sums(store, minuteMs).requests, 0);
  assert.equal(
    store.read(({ heard }) => heard.lastMs('shop')),
    undefined,
  );
});

test('steps are kept for two hours and minutes for three days', () => {
  const store = openHere();
  store.write([requests([checkout])]);
  const later = (ms: number) => {
    nowMs += ms;
    while (store.pruneStep());
  };
  later(hourMs);
  assert.equal(sums(store, 2 * hourMs).requests, 1);
  later(hourMs + minuteMs);
  assert.equal(sums(store, 71 * hourMs).requests, 1);
  later(71 * hourMs);
  for (const table of ['request_minutes', 'workflow_steps', 'workflow_minutes', 'service_minutes'])
    assert.deepEqual(rowsOf(`select count(*) from ${table}`), [[0]], table);
});

test('many routes do not take the room of others: the oldest counts go first', () => {
  const store = openHere(16);
  const names = Array.from({ length: 150 }, (_, at) => `GET /${at}${'x'.repeat(400)}`);
  for (let hour = 5; hour >= 0; hour -= 1)
    for (let minute = 59; minute >= 0; minute -= 1)
      store.write([requests(names.map((name) => ({ name, agoMs: hour * hourMs + minute * minuteMs })))]);
  while (store.pruneStep());
  const [[bytes, newest]] = rowsOf('select sum(octet_length(name) + 34), max(minute) from request_minutes') as [
    [number, number],
  ];
  assert.ok(bytes < 2 ** 20 && bytes > 2 ** 18, `${bytes} bytes`);
  assert.equal(newest, Math.floor(nowMs / minuteMs));
});

test('names and workflows that are made up without end are counted together', () => {
  const store = openHere();
  const many = Array.from({ length: 1000 }, (_, at) => ({
    name: `GET /${at}`,
    attributes: { 'octo.workflow.id': `made-up-${at}` },
  }));
  store.write([requests(many)]);
  assert.deepEqual(rowsOf('select count(distinct name), count(distinct workflow) from request_minutes'), [[201, 31]]);
  nowMs += 3 * hourMs;
  openHere().write([requests([{ name: 'GET /real' }])]);
  assert.deepEqual(rowsOf("select count(*) from request_minutes where name = 'GET /real'"), [[1]], 'and make room');
});
