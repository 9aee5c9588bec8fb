import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { resourceOf } from '../../otlp/limits.ts';
import { emptySpan, type SpanRecord } from '../../otlp/records.ts';
import { newId, newTraceId } from '../../testing/otlp-json.ts';
import type { Arrival } from '../arrivals.ts';
import { openStore, type Store } from '../store.ts';

const megabyte = 1024 * 1024;
let dir: string;
let nowMs: number;
let store: Store;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'octo-pressure-'));
  nowMs = Date.now();
  store = open(64 * megabyte);
});
afterEach(() => {
  store[Symbol.dispose]();
  rmSync(dir, { recursive: true, force: true });
});

function open(limitBytes: number): Store {
  return openStore({ dir, limitBytes, keepMs: 72 * 3_600_000, nowMs: () => nowMs, onNote: () => {} });
}

interface SomeRequest extends Partial<SpanRecord> {
  durationMs?: number;
}

/** A request with a statement below it. */
function request(traceId: string, { durationMs = 5, ...rest }: SomeRequest = {}): Arrival {
  const endNano = BigInt(nowMs) * 1_000_000n;
  const times = { startNano: endNano - BigInt(durationMs) * 1_000_000n, endNano };
  const server = { ...emptySpan(), traceId, spanId: newId(8), name: 'GET /often', kind: 1, ...times, ...rest };
  const statement = { ...emptySpan(), traceId, spanId: newId(8), parentSpanId: server.spanId, kind: 2, ...times };
  return spansOf([statement, server]);
}

function spansOf(items: SpanRecord[]): Arrival {
  return {
    signal: 'traces',
    content: { resource: resourceOf({ 'service.name': 'shop' }), items, isUntrusted: false },
  };
}

function traceIds(count: number): string[] {
  return Array.from({ length: count }, newTraceId);
}

/** Lets the store learn what is usual. */
function learn(): void {
  store.write(traceIds(200).map((traceId) => request(traceId)));
  nowMs += 20_000;
}

function stateOf(traceId: string): string {
  const found = store.read(({ traces }) => traces.find(traceId));
  return typeof found === 'string' ? found : `${found.spanCount} spans`;
}

test('under pressure ordinary traces stay out, but no error, nothing slow and nothing seldom; rates count all', async () => {
  learn();
  const ordinary = traceIds(800);
  const worth: [string, SomeRequest][] = [
    [newTraceId(), { status: 2 }],
    [newTraceId(), { durationMs: 50 }],
    [newTraceId(), { name: 'POST /seldom' }],
  ];
  store.write(
    [...ordinary.map((traceId) => request(traceId)), ...worth.map(([traceId, like]) => request(traceId, like))],
    true,
  );
  for (const [traceId, like] of worth) assert.equal(stateOf(traceId), '2 spans', JSON.stringify(like));
  const states = Map.groupBy(ordinary, stateOf);
  assert.deepEqual([...states.keys()].sort(), ['2 spans', 'pressure']);
  assert.equal(states.get('2 spans')?.length, 100, 'one in eight is kept');
  assert.deepEqual(store.dropped(), { pressure: 1400, traceFull: 0, room: 0, age: 0 });
  const [shop] = await store.read(({ services }) => services.list(5, nowMs));
  assert.equal(shop?.requests, 1003);
});

test('without pressure everything is kept, and before anything is known of a route, too', () => {
  const first = traceIds(50);
  store.write(
    first.map((traceId) => request(traceId)),
    true,
  );
  learn();
  const second = traceIds(50);
  store.write(second.map((traceId) => request(traceId)));
  for (const traceId of [...first, ...second]) assert.equal(stateOf(traceId), '2 spans');
});

test('what was decided of a trace holds for all of its spans, however they are split and whenever the pressure ends', () => {
  learn();
  const traces = traceIds(400).map((traceId) => ({ traceId, parts: [request(traceId), request(traceId)] }));
  // Both parts of a trace, in batches that are now pressed and now not.
  for (const [at, part] of [0, 1, 0, 1].entries()) {
    const isEven = at < 2;
    const batch = traces.filter((_, index) => (index % 2 === 0) === isEven).flatMap(({ parts }) => parts[part] ?? []);
    store.write(batch, part === (isEven ? 0 : 1));
  }
  for (const { traceId } of traces) assert.match(stateOf(traceId), /^(4 spans|pressure)$/);
  assert.ok(traces.some(({ traceId }) => stateOf(traceId) === 'pressure'));
});

test('what was left out counts once, however often it is sent', async () => {
  learn();
  const traceId = 'f'.repeat(32);
  const sent = request(traceId);
  for (let times = 0; times < 3; times += 1) store.write([sent], times < 2);
  store.write([sent, request(traceId, { status: 2 })]);
  assert.equal(stateOf(traceId), '4 spans', 'an error brings back what is sent with it');
  assert.equal(store.dropped().pressure, 2);
  const [shop] = await store.read(({ services }) => services.list(5, nowMs));
  assert.deepEqual([shop?.requests, shop?.spans], [202, 404]);
});

test('an error that comes late is kept, although the trace was left out before', () => {
  learn();
  const traceId = 'f'.repeat(32);
  store.write([request(traceId)], true);
  assert.equal(stateOf(traceId), 'pressure');
  store.write([request(traceId, { status: 2 })], true);
  assert.equal(stateOf(traceId), '2 spans');
});

test('when room is made, errors stay up to twice as long as what is ordinary, and there is an end to their part', () => {
  store[Symbol.dispose]();
  store = open(16 * megabyte);
  const attributes = { filler: 'x'.repeat(4000) };
  const written: { traceId: string; atMs: number; isError: boolean }[] = [];
  for (let batch = 0; batch < 80; batch += 1) {
    const made = traceIds(60).map((traceId, at) => ({ traceId, atMs: nowMs, isError: at === 0 }));
    written.push(...made);
    store.write(
      made.map(({ traceId, isError }) => request(traceId, { attributes, status: isError ? 2 : 0, durationMs: 0 })),
    );
    nowMs += 1000;
    while (store.pruneStep());
  }
  const kept = written.filter(({ traceId }) => stateOf(traceId) !== 'room');
  const oldest = (isWanted: boolean) => kept.find(({ isError }) => isError === isWanted)?.atMs ?? nowMs;
  const [ofOrdinary, ofErrors] = [nowMs - oldest(false), nowMs - oldest(true)];
  // The last step let go of five seconds at once.
  assert.ok(ofErrors > 1.5 * ofOrdinary && ofErrors <= 2 * (ofOrdinary + 5000), `${ofErrors} and ${ofOrdinary} ms`);
  for (const isError of [true, false]) {
    const states = written.filter((one) => one.isError === isError).map(({ traceId }) => stateOf(traceId) !== 'room');
    assert.deepEqual(states, states.toSorted(), 'among their like the oldest left, and only they');
  }
  assert.ok(store.figures().storeBytes <= 16 * megabyte);
  assert.ok(store.dropped().room > 1000);
});
