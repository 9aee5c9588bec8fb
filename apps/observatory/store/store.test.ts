import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, test } from 'node:test';
import { resourceOf } from '../otlp/limits.ts';
import { emptyLog, emptyPoint, emptySpan, type SpanRecord } from '../otlp/records.ts';
import { newId, newTraceId } from '../testing/otlp-json.ts';
import type { Arrival } from './arrivals.ts';
import { openStore, type Store, type StoreOptions } from './store.ts';

const hourMs = 3_600_000;
const megabyte = 1024 * 1024;
let dir: string;
let notes: string[];
let nowMs: number;
let open: Store | undefined;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'octo-store-'));
  notes = [];
  nowMs = Date.now();
});
afterEach(() => {
  open?.[Symbol.dispose]();
  open = undefined;
  rmSync(dir, { recursive: true, force: true });
});

function openHere(options: Partial<StoreOptions> = {}): Store {
  open?.[Symbol.dispose]();
  const common = { dir, limitBytes: 64 * megabyte, keepMs: 72 * hourMs, nowMs: () => nowMs };
  open = openStore({ ...common, onNote: (note) => notes.push(note), ...options });
  return open;
}

function spans(traceId: string, items: Partial<SpanRecord>[], isUntrusted = false): Arrival {
  const startNano = BigInt(nowMs) * 1_000_000n;
  const made = items.map((item) => ({
    ...emptySpan(),
    traceId,
    spanId: newId(8),
    startNano,
    endNano: startNano,
    ...item,
  }));
  const service = isUntrusted ? 'browser' : 'shop';
  return { signal: 'traces', content: { resource: resourceOf({ 'service.name': service }), items: made, isUntrusted } };
}

function fill(store: Store, traces: number): string[] {
  const ids = Array.from({ length: traces }, newTraceId);
  for (let at = 0; at < traces; at += 500) {
    const attributes = { filler: 'x'.repeat(1000) };
    store.write(
      ids.slice(at, at + 500).map((id) =>
        spans(id, [
          { name: 'fill', attributes },
          { name: 'more', attributes },
        ]),
      ),
    );
    while (store.pruneStep());
  }
  return ids;
}

const find = (store: Store, traceId: string) => store.read(({ traces }) => traces.find(traceId));

test('what was written is there after a restart', () => {
  const traceId = newTraceId();
  openHere().write([spans(traceId, [{ name: 'kept' }])]);
  const found = find(openHere(), traceId);
  assert.ok(typeof found === 'object');
  assert.deepEqual(
    found.spans.map(({ name, service }) => [name, service]),
    [['kept', 'shop']],
  );
  assert.deepEqual(notes, []);
});

test('the file keeps within its size; whole old traces leave, and are known to have been here', () => {
  const limitBytes = 16 * megabyte;
  const store = openHere({ limitBytes });
  const ids = fill(store, 10_000);
  const { storeBytes, spans: kept } = store.figures();
  assert.ok(storeBytes <= limitBytes, `${storeBytes} bytes`);
  assert.ok(kept > 2000 && kept < 20_000 && kept % 2 === 0, `${kept} spans`);
  const [first = '', last = ''] = [ids[0], ids.at(-1)];
  assert.equal(find(store, first), 'room');
  assert.equal(find(store, newTraceId()), 'unknown');
  const newest = find(store, last);
  assert.ok(typeof newest === 'object' && newest.spans.length === 2);
  const states = ids.map((id) => typeof find(store, id) === 'object');
  assert.deepEqual(states, states.toSorted(), 'the oldest left, and only they');
});

test('the smallest store that can be had keeps what came last', () => {
  const store = openHere({ limitBytes: 16 * megabyte });
  const ids = fill(store, 12_000);
  const { storeBytes, spans: kept } = store.figures();
  assert.ok(kept > 1000 && storeBytes <= 16 * megabyte, `${kept} spans in ${storeBytes} bytes`);
  assert.equal(typeof find(store, ids.at(-1) ?? ''), 'object');
});

test('large traces leave a few at a time too', () => {
  const store = openHere({ limitBytes: 16 * megabyte });
  const large = Array.from({ length: 200 }, () => ({ attributes: { filler: 'x'.repeat(1000) } }));
  let fewest = Number.POSITIVE_INFINITY;
  for (let traces = 0; traces < 100; traces += 1) {
    store.write([spans(newTraceId(), large)]);
    while (store.pruneStep());
    if (traces > 50) fewest = Math.min(fewest, store.figures().spans);
  }
  assert.ok(fewest > 2000, `${fewest} spans were left`);
});

test('neither metrics nor what is counted by minute pushes out the traces', () => {
  const limitBytes = 16 * megabyte;
  const store = openHere({ limitBytes });
  const attributes = { a: 'x'.repeat(1000) };
  const about = { ...emptyPoint('gauge'), description: '', unit: '', value: 1 };
  for (let batch = 0; batch < 20; batch += 1) {
    const items = Array.from({ length: 500 }, (_, at) => ({
      ...about,
      name: `m${at}`,
      attributes: { ...attributes, batch },
    }));
    const timeNano = BigInt(nowMs) * 1_000_000n;
    const content = { resource: resourceOf({}), items: items.map((item) => ({ ...item, timeNano })) };
    store.write([{ signal: 'metrics', content }]);
    while (store.pruneStep());
  }
  for (let minute = 0; minute < 300; minute += 1) {
    const endNano = BigInt(nowMs - minute * 60_000) * 1_000_000n;
    const times = { startNano: endNano, endNano };
    const requests = Array.from({ length: 100 }, (_, at) => ({
      kind: 1,
      name: `GET /${at}${'x'.repeat(300)}`,
      ...times,
    }));
    store.write([spans(newTraceId(), requests)]);
    nowMs += 10_000;
    while (store.pruneStep());
  }
  const { storeBytes, metricPoints, spans: kept } = store.figures();
  assert.ok(metricPoints > 5 && kept > 1000, `${metricPoints} points, ${kept} spans`);
  assert.ok(storeBytes <= limitBytes, `${storeBytes} bytes`);
});

test('a batch that could not be written leaves nothing behind that the next one stumbles over', () => {
  const store = openHere();
  const traceId = newTraceId();
  const [first, second] = [spans(traceId, [{ name: 'a' }]), spans(traceId, [{ name: 'b' }])];
  const { resource } = first.content;
  const content = { ...second.content, resource };
  assert.throws(() => store.write([first, unwritable()]));
  store.write([spans(newTraceId(), [{}], true)]);
  store.write([{ signal: 'traces', content } as Arrival]);
  const found = find(store, traceId);
  assert.ok(typeof found === 'object');
  assert.deepEqual(
    found.spans.map(({ name, service }) => [name, service]),
    [['b', 'shop']],
  );
});

/** A log record that JSON has no words for, which only a fault of ours would make. */
function unwritable(): Arrival {
  const attributes = { impossible: 1n as unknown as number };
  return { signal: 'logs', content: { resource: resourceOf({}), items: [{ ...emptyLog(), attributes }] } };
}

test('what is too old leaves, log records too', () => {
  const store = openHere();
  const [old, recent] = [newTraceId(), newTraceId()];
  const log: Arrival = {
    signal: 'logs',
    content: { resource: resourceOf({}), items: [{ ...emptyLog(), body: 'old' }] },
  };
  store.write([spans(old, [{}]), log]);
  nowMs += 71 * hourMs;
  store.write([spans(recent, [{}])]);
  while (store.pruneStep());
  assert.equal(typeof find(store, old), 'object');
  nowMs += 2 * hourMs;
  while (store.pruneStep());
  assert.equal(find(store, old), 'age');
  assert.equal(typeof find(store, recent), 'object');
  assert.deepEqual([store.figures().spans, store.figures().logs.lines], [1, 0]);
});

test('room that nobody needs any more is given back to the disk', () => {
  const store = openHere();
  fill(store, 12_000);
  const before = store.storeBytes();
  assert.ok(before > 34 * megabyte, `${before} bytes`);
  nowMs += 73 * hourMs;
  while (store.pruneStep());
  // The file is cut with the next things that are written.
  fill(store, 1500);
  const after = store.storeBytes();
  assert.ok(after < 24 * megabyte, `${after} bytes`);
});

test('what was set aside counts as part of the store', () => {
  openHere()[Symbol.dispose]();
  open = undefined;
  writeFileSync(join(dir, 'store.db'), Buffer.alloc(3 * megabyte, 7));
  assert.ok(openHere().storeBytes() > 3 * megabyte);
});

test('a file that is damaged is set aside, with a note, and a new store begins', () => {
  for (const damage of [Buffer.from('this is no database'), Buffer.alloc(8192, 7)]) {
    notes = [];
    open?.[Symbol.dispose]();
    open = undefined;
    writeFileSync(join(dir, 'store.db'), damage);
    const store = openHere();
    assert.equal(notes.length, 1);
    assert.match(notes[0] ?? '', /damaged.*set aside as set-aside-/);
    const asides = readdirSync(dir).filter((name) => name.startsWith('set-aside-') && name.endsWith('.db'));
    assert.equal(asides.length, 1, 'the newest one alone is kept');
    assert.deepEqual(readFileSync(join(dir, asides[0] ?? '')), damage);
    const traceId = newTraceId();
    store.write([spans(traceId, [{}])]);
    assert.equal(typeof find(store, traceId), 'object');
  }
});

test('damage in the middle of the file does not keep it from starting, nor from going on', () => {
  fill(openHere(), 2000);
  open?.[Symbol.dispose]();
  open = undefined;
  const path = join(dir, 'store.db');
  const bytes = readFileSync(path);
  bytes.fill(0xaa, 8192, bytes.length - 4096);
  writeFileSync(path, bytes);
  const store = openHere();
  assert.match(notes[0] ?? '', /damaged/);
  fill(store, 10);
  assert.equal(store.figures().spans, 20);
});

test('a store of another release is set aside', () => {
  openHere()[Symbol.dispose]();
  open = undefined;
  const db = new DatabaseSync(join(dir, 'store.db'));
  db.exec('pragma user_version = 99');
  db.close();
  openHere();
  assert.match(notes[0] ?? '', /form of another release \(99, not \d+\)/);
});

test('nobody else opens a store that is in use', () => {
  openHere();
  assert.throws(() => openStore({ dir, limitBytes: megabyte, keepMs: 1, nowMs: Date.now, onNote: () => {} }), /in use/);
  assert.ok(existsSync(join(dir, 'store.db')), 'and it is left where it is');
});

test('what a browser made up never takes the place of a span of ours, and gives way to it', () => {
  const store = openHere();
  const [ours, theirs] = [newTraceId(), newTraceId()];
  const spanId = newId(8);
  store.write([spans(ours, [{ spanId, name: 'ours' }])]);
  const early = { startNano: BigInt(nowMs - 5000) * 1_000_000n };
  store.write([
    spans(
      ours,
      [
        { spanId, name: 'made up' },
        { ...early, name: 'before' },
      ],
      true,
    ),
  ]);
  store.write([spans(theirs, [{ spanId, name: 'made up', status: 2 }], true)]);
  store.write([spans(theirs, [{ spanId, name: 'ours' }])]);
  const names = (id: string) => {
    const found = find(store, id);
    assert.ok(typeof found === 'object');
    return found.spans.map(({ name, isUntrusted }) => [name, isUntrusted]);
  };
  assert.deepEqual(names(ours), [
    ['before', true],
    ['ours', false],
  ]);
  assert.deepEqual(names(theirs), [['ours', false]]);
});

test('a browser cannot fill a trace, nor what it is found by, before our spans come', async () => {
  const store = openHere();
  const traceId = newTraceId();
  const madeUp = Array.from({ length: 1500 }, (_, at) => ({ name: `${at} made up by somebody who hides` }));
  store.write([spans(traceId, madeUp, true)]);
  store.write([spans(traceId, [{ name: 'POST /api/checkout', parentSpanId: newId(8) }])]);
  const found = find(store, traceId);
  assert.ok(typeof found === 'object' && found.spanCount < madeUp.length);
  assert.ok(found.spans.some(({ name }) => name === 'POST /api/checkout'));
  assert.equal((await searchFor(store, 'api/checkout')).length, 1);
});

test('a trace of very many names is found by each of them', async () => {
  const store = openHere();
  const names = Array.from({ length: 1000 }, (_, at) => ({ name: `step ${at} of a long work` }));
  store.write([spans(newTraceId(), names)]);
  for (const q of ['step 0 of', 'step 999 of']) assert.equal((await searchFor(store, q)).length, 1, q);
  assert.equal((await searchFor(store, 'step 1000 of')).length, 0);
});

async function searchFor(store: Store, q: string) {
  const everything = { service: undefined, route: undefined, status: undefined };
  const times = { minDurationMs: undefined, maxDurationMs: undefined, fromUs: undefined, toUs: undefined };
  const { traces } = await store.read((readers) => readers.traces.search({ ...everything, ...times, q }, undefined, 5));
  return traces;
}

test('a trace is named and timed by our own services where they have a part in it', async () => {
  const store = openHere();
  const traceId = newTraceId();
  const early = { startNano: BigInt(nowMs - 5000) * 1_000_000n };
  store.write([spans(traceId, [{ ...early, name: 'page' }], true)]);
  store.write([spans(traceId, [{ name: 'request', parentSpanId: newId(8) }])]);
  const everything = { service: undefined, route: undefined, status: undefined, q: undefined };
  const times = { minDurationMs: undefined, maxDurationMs: undefined, fromUs: undefined, toUs: undefined };
  const { traces } = await store.read((readers) => readers.traces.search({ ...everything, ...times }, undefined, 5));
  assert.deepEqual(
    traces.map(({ name, durationMs, spanCount }) => [name, durationMs, spanCount]),
    [['request', 0, 1]],
  );
});
