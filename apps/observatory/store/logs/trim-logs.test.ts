import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { resourceOf } from '../../otlp/limits.ts';
import { emptyLog } from '../../otlp/records.ts';
import { openStore, type Store, type StoreOptions } from '../store.ts';

const hourMs = 3_600_000;
const limitBytes = 16 * 1024 * 1024;
const logBytes = limitBytes / 8;
const dirs: string[] = [];
after(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

function openHere(options: Partial<StoreOptions> = {}): Store {
  const dir = mkdtempSync(join(tmpdir(), 'octo-logs-'));
  dirs.push(dir);
  const common = { dir, limitBytes, keepMs: 72 * hourMs, nowMs: Date.now };
  return openStore({ ...common, onNote: (note) => assert.fail(note), ...options });
}

interface Written {
  count: number;
  severity: string;
  startMs: number;
  stepMs?: number;
  body?: string;
}

function write(store: Store, { count, severity, startMs, stepMs = 10, body = 'x'.repeat(400) }: Written): void {
  for (let at = 0; at < count; at += 500) {
    const items = Array.from({ length: Math.min(500, count - at) }, (_, index) => ({
      ...emptyLog(),
      severity,
      body: `${severity} ${at + index} ${body}`,
      timeNano: BigInt(startMs + (at + index) * stepMs) * 1_000_000n,
      attributes: { 'http.route': '/a', at: at + index },
    }));
    store.write([{ signal: 'logs', content: { resource: resourceOf({ 'service.name': 'shop' }), items } }]);
    while (store.pruneStep());
  }
}

const countOf = async (store: Store, q: string) =>
  (await store.read(({ logs }) => logs.count({ q }, Date.now()))).total;

test('lines keep to their share of the room, and what was there longest leaves', async () => {
  using store = openHere();
  const startMs = Date.now() - 2 * hourMs;
  write(store, { count: 6000, severity: 'INFO', startMs });
  const { logs } = store.figures();
  assert.ok(logs.bytes <= logBytes && logs.lines > 1500 && logs.lines < 6000, `${logs.lines} in ${logs.bytes} bytes`);
  const { logs: newest } = await store.read((readers) => readers.logs.list({}, undefined, 1));
  assert.equal(newest[0]?.attributes.at, 5999);
  const left = await countOf(store, 'INFO');
  assert.equal(left, logs.lines, 'the index of words is in step');
  assert.equal(await countOf(store, 'at=0'), 0);
  assert.equal(logs.oldestMs, startMs + (6000 - left) * 10);
});

test('errors and warnings are kept longest, and leave the others their half', async () => {
  using store = openHere();
  const startMs = Date.now() - 10 * hourMs;
  write(store, { count: 300, severity: 'ERROR', startMs });
  write(store, { count: 6000, severity: 'INFO', startMs: startMs + hourMs });
  assert.equal(store.figures().logs.loudLines, 300, 'all errors outlive a flood of others');
  write(store, { count: 6000, severity: 'WARN', startMs: startMs + 2 * hourMs });
  const { lines, loudLines, bytes } = store.figures().logs;
  assert.ok(bytes <= logBytes);
  assert.ok(lines - loudLines > 500 && loudLines > 500, `${lines - loudLines} others beside ${loudLines} warnings`);
});

test('what is older than is kept leaves, however bad it was', async () => {
  let nowMs = Date.now();
  using store = openHere({ keepMs: hourMs, nowMs: () => nowMs });
  write(store, { count: 20, severity: 'ERROR', startMs: nowMs - 50 * 60_000, stepMs: 1 });
  write(store, { count: 5, severity: 'INFO', startMs: nowMs, stepMs: 1 });
  nowMs += hourMs / 2;
  while (store.pruneStep());
  const { lines, loudLines } = store.figures().logs;
  assert.deepEqual([lines, loudLines], [5, 0]);
});

test('very many lines of one millisecond are all there, in the order in which they came', async () => {
  using store = openHere();
  write(store, { count: 3000, severity: 'INFO', startMs: Date.now() - 1000, stepMs: 0, body: '' });
  const { logs, next } = await store.read((readers) => readers.logs.list({}, undefined, 1000));
  assert.deepEqual([logs.length, logs[0]?.attributes.at, logs[999]?.attributes.at], [1000, 2999, 2000]);
  const rest = await store.read((readers) => readers.logs.list({}, next, 5000));
  assert.deepEqual([rest.logs.length, rest.logs.at(-1)?.attributes.at], [2000, 0]);
});

test('thousands of routes are found, and no longer told apart once there are too many', async () => {
  using store = openHere({ limitBytes: 64 * limitBytes });
  for (let at = 0; at < 5000; at += 1000) {
    const items = Array.from({ length: 1000 }, (_, index) => ({
      ...emptyLog(),
      body: 'noise',
      attributes: { 'http.route': `/${at + index}` },
    }));
    store.write([{ signal: 'logs', content: { resource: resourceOf({ 'service.name': 'noisy' }), items } }]);
  }
  const counts = await store.read(({ logs }) => logs.count({}, Date.now() + 60_000));
  assert.equal(counts.total, 5000);
  assert.ok(counts.facets.route.size <= 3000);
  assert.equal(await countOf(store, 'http.route=/4999'), 1);
});

test('processes and services without end are told apart up to a number of them, and no line is lost', async () => {
  const madeUp = (route: number) => ({ 'event.name': '(other)', 'http.route': `/${route}` });
  using store = openHere({ limitBytes: 64 * limitBytes });
  for (let at = 0; at < 12_000; at += 1000)
    store.write(
      Array.from({ length: 1000 }, (_, index) => ({
        signal: 'logs',
        content: {
          resource: resourceOf({ 'service.name': `service ${at + index}`, 'service.instance.id': `${at + index}` }),
          items: [{ ...emptyLog(), body: 'noise', severity: 'ERROR', attributes: madeUp(at + index) }],
        },
      })),
    );
  const counts = await store.read(({ logs }) => logs.count({}, Date.now() + 60_000));
  assert.equal(counts.total, 12_000);
  assert.ok(counts.facets.service.size <= 9000, `${counts.facets.service.size} services`);
  assert.ok(counts.facets.route.size <= 3001, `${counts.facets.route.size} routes`);
  const [newest] = (await store.read(({ logs }) => logs.list({}, undefined, 1))).logs;
  assert.deepEqual([newest?.service, newest?.instance, newest?.severity], ['(other)', '(other)', 'ERROR']);
});
