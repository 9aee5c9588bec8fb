import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { resourceOf } from '../../otlp/limits.ts';
import { emptyLog, emptyPoint, emptySpan } from '../../otlp/records.ts';
import { newId, newTraceId } from '../../testing/otlp-json.ts';
import type { Arrival } from '../arrivals.ts';
import { openStore, type Store } from '../store.ts';

const megabyte = 1024 * 1024;
const pageBytes = 4096;
const nowMs = Date.now();
const resource = resourceOf({ 'service.name': 'shop' });
let dir: string;
let notes: string[];
let store: Store;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'octo-salvage-'));
  notes = [];
  openHere();
});
afterEach(() => {
  store[Symbol.dispose]();
  rmSync(dir, { recursive: true, force: true });
});

function openHere(limitBytes = 64 * megabyte): void {
  const keepMs = 72 * 3_600_000;
  store = openStore({ dir, limitBytes, keepMs, nowMs: () => nowMs, onNote: (note) => notes.push(note) });
}

const path = () => join(dir, 'store.db');

/** Traces of three spans each, as many log lines, and a few series; all of them a second apart, up to now. */
function fill(traces: number, fillerBytes = 300): string[] {
  const ids = Array.from({ length: traces }, newTraceId);
  const arrivals = ids.map((traceId, at) => someOf(traceId, traces - at, 'x'.repeat(fillerBytes)));
  for (let at = 0; at < traces; at += 100) store.write(arrivals.slice(at, at + 100).flat());
  return ids;
}

function someOf(traceId: string, secondsAgo: number, filler: string): Arrival[] {
  const timeNano = BigInt(nowMs - secondsAgo * 1000) * 1_000_000n;
  const attributes = { 'db.query.text': 'select everything', filler, place: secondsAgo };
  const about = {
    ...emptySpan(),
    startNano: timeNano,
    endNano: timeNano + 1_000_000n,
    traceId,
    name: 'GET /',
    attributes,
  };
  const spans = [1, 2, 3].map((kind) => ({ ...about, kind, spanId: newId(8) }));
  const line = { ...emptyLog(), timeNano, body: `line${secondsAgo} was written`, traceId, severity: 'INFO' };
  const named = { name: `m${secondsAgo % 5}`, description: '', unit: '', attributes: {} };
  const point = { ...emptyPoint('gauge'), ...named, timeNano, value: secondsAgo };
  return [
    { signal: 'traces', content: { resource, items: spans, isUntrusted: false } },
    { signal: 'logs', content: { resource, items: [line] } },
    { signal: 'metrics', content: { resource, items: [point] } },
  ];
}

/** Starts on a file whose end is gone, and waits for nothing. */
function damageEnd(): void {
  store[Symbol.dispose]();
  const bytes = readFileSync(path());
  writeFileSync(path(), bytes.fill(0, bytes.length - 2 * pageBytes, bytes.length));
  openHere();
}

/** Starts on the file after something was done to it, and waits for what can be saved. */
async function startDamaged(damage: (bytes: Buffer) => Buffer): Promise<void> {
  store[Symbol.dispose]();
  writeFileSync(path(), damage(readFileSync(path())));
  openHere();
  assert.match(notes[0] ?? '', /^The store was damaged\. It was set aside as set-aside-/);
  await untilSalvaged();
}

async function untilSalvaged(): Promise<void> {
  for (let tries = 0; !notes.some((note) => /damaged store/.test(note)); tries += 1) {
    assert.ok(tries < 2000, 'nothing is told of a salvage');
    await setTimeout(5);
  }
}

/** Which of the traces are there with all their spans. */
function whole(ids: readonly string[]): boolean[] {
  return ids.map((id) => {
    const found = store.read(({ traces }) => traces.find(id));
    if (typeof found !== 'object') return false;
    assert.equal(found.spans.length, found.spanCount, 'its row says what is there');
    for (const { attributes } of found.spans) assert.equal(attributes['db.query.text'], 'select everything');
    return found.spanCount === 3;
  });
}

const shareOf = (found: readonly boolean[]) => found.filter(Boolean).length / found.length;

test('of a file with pages of zeros in its middle all that lies beside them is kept, and can be found', async () => {
  const ids = fill(1500);
  await startDamaged((bytes) => {
    const middle = Math.floor(bytes.length / pageBytes / 2) * pageBytes;
    return bytes.fill(0, middle, middle + 12 * pageBytes);
  });
  const share = shareOf(whole(ids));
  assert.ok(share > 0.8 && share < 1, `${share} of the traces`);
  assert.ok(store.figures().logs.lines > 1200, `${store.figures().logs.lines} lines`);
  const told =
    /^Of the damaged store (\d+) spans of (\d+) traces, (\d+) log lines and (\d+) other rows are kept\. Lost are at least (\d+) spans and (\d+) log lines; damage was met at \d+ places\.$/;
  const [spans, , lines, others, lostSpans, lostLines] = (told.exec(notes[1] ?? '') ?? assert.fail(notes[1]))
    .slice(1)
    .map(Number);
  assert.deepEqual([spans, lines], [store.figures().spans, store.figures().logs.lines]);
  assert.ok(Number(others) > 0 && Number(lostSpans) + Number(lostLines) > 0);
});

test('what is kept works on: new spans of an old trace find it, lines are found by their words, and it lasts', async () => {
  const ids = fill(600);
  await startDamaged((bytes) => bytes.fill(0, bytes.length - 3 * pageBytes, bytes.length));
  const found = whole(ids);
  const traceId = ids[found.lastIndexOf(true)] ?? assert.fail();
  const { lines } = store.figures().logs;
  const { logs } = await store.read((readers) => readers.logs.list({ q: 'written service=shop' }, undefined, 1000));
  assert.deepEqual([logs.length, lines > 500], [lines, true]);
  const place = `place=${600 - found.lastIndexOf(true)}`;
  const { traces } = await store.read((readers) => readers.traces.search({ q: place }, undefined, 5));
  assert.deepEqual(
    traces.map((trace) => trace.traceId),
    [traceId],
  );
  const late = { ...emptySpan(), traceId, spanId: newId(8), name: 'late' };
  store.write([{ signal: 'traces', content: { resource, items: [late], isUntrusted: false } }]);
  store[Symbol.dispose]();
  openHere();
  const trace = store.read(({ traces }) => traces.find(traceId));
  assert.ok(typeof trace === 'object' && trace.spanCount === 4 && trace.spans.some(({ name }) => name === 'late'));
  assert.equal(notes.length, 2, 'nothing is damaged any more, nor copied again');
});

test('of a file that was cut in half what is in the first half is kept', async () => {
  const ids = fill(1500);
  await startDamaged((bytes) => bytes.subarray(0, Math.floor(bytes.length / 2 / pageBytes) * pageBytes));
  const share = shareOf(whole(ids));
  assert.ok(share > 0.2 && share < 0.8, `${share} of the traces`);
  assert.match(notes[1] ?? '', /^Of the damaged store /);
});

test('of a file whose beginning is garbage nothing can be saved, which it says', async () => {
  fill(50);
  await startDamaged((bytes) => bytes.fill(0xaa, 0, 2 * pageBytes));
  assert.equal(notes[1], 'Nothing of the damaged store could be read.');
  const [traceId = ''] = fill(1);
  assert.equal(typeof store.read(({ traces }) => traces.find(traceId)), 'object');
});

test('of a file whose header alone is garbage all is kept', async () => {
  const ids = fill(50);
  await startDamaged((bytes) => bytes.fill(0, 0, 100));
  assert.equal(shareOf(whole(ids)), 1);
  assert.match(notes[1] ?? '', /^Of the damaged store 150 spans of 50 traces, 50 log lines /);
});

test('a write-ahead log that is damaged is told of, and what was in the file is kept', async () => {
  const ids = fill(600);
  store[Symbol.dispose]();
  openHere();
  fill(200);
  const log = readFileSync(join(dir, 'store.db-wal'));
  const file = readFileSync(path());
  store[Symbol.dispose]();
  writeFileSync(path(), file);
  writeFileSync(join(dir, 'store.db-wal'), log.fill(0, 40 * pageBytes, 44 * pageBytes));
  openHere();
  assert.match(notes[0] ?? '', /^The store was damaged/);
  await untilSalvaged();
  assert.ok(shareOf(whole(ids)) > 0.9);
});

test('damage that is met while it runs fails that once, and what else was there is kept', async () => {
  // More than the pages that it has at hand.
  const ids = fill(2500, 3000);
  const bytes = readFileSync(path());
  const third = Math.floor(bytes.length / 3 / pageBytes) * pageBytes;
  writeFileSync(path(), bytes.fill(0, third, third + 40 * pageBytes), { flag: 'r+' });
  assert.throws(() => whole(ids), /malformed/);
  assert.match(notes[0] ?? '', /^The store was damaged/);
  store.write(someOf(newTraceId(), 0, ''));
  await untilSalvaged();
  const share = shareOf(whole(ids));
  assert.ok(share > 0.8 && share < 1, `${share} of the traces`);
});

test('a salvage that was interrupted goes on at the next start', async () => {
  const ids = fill(1500);
  damageEnd();
  store[Symbol.dispose]();
  openHere();
  assert.equal(notes.length, 1);
  await untilSalvaged();
  assert.ok(shareOf(whole(ids)) > 0.9);
  assert.equal(readdirSync(dir).filter((name) => name.endsWith('.db')).length, 2);
});

test('damage before a salvage has ended does not cost what it was reading', async () => {
  const ids = fill(600);
  damageEnd();
  damageEnd();
  assert.match(notes[1] ?? '', /^The store was damaged\. It was not filled yet from set-aside-/);
  await untilSalvaged();
  assert.ok(shareOf(whole(ids)) > 0.9);
  assert.equal(readdirSync(dir).filter((name) => name.endsWith('.db')).length, 2);
});

test('what is damaged again and again while it is filled is given up', async () => {
  fill(50);
  for (let time = 0; time < 4; time += 1) damageEnd();
  await untilSalvaged();
  assert.equal(notes.at(-1), 'What was not copied of the damaged store yet is given up.');
});

test('a start that ended after the file was set aside goes on at the next one', async () => {
  const ids = fill(50);
  store[Symbol.dispose]();
  renameSync(path(), join(dir, 'set-aside-2026-01-01.db'));
  openHere();
  assert.match(
    notes[0] ?? '',
    /^The store was found empty, and what can be read of set-aside-2026-01-01\.db is copied/,
  );
  await untilSalvaged();
  assert.equal(shareOf(whole(ids)), 1);
});
