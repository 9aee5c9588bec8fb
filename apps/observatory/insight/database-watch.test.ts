import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { newStoreFolder, type StoreFolder } from '../testing/observatory-process.ts';
import {
  databaseAway,
  type ScriptedDatabase,
  scriptedDatabase,
  sessionOf,
  totalsOf,
} from '../testing/scripted-database.ts';
import { activityWindow } from './activity-steps.ts';
import { type DatabaseWatch, watchDatabase } from './database-watch.ts';
import { type InsightStore, openInsightStore } from './store/insight-store.ts';

const noonMs = Date.UTC(2026, 5, 1, 12);
const noon = noonMs / 60_000;

let folder: StoreFolder;
let store: InsightStore;
let database: ScriptedDatabase;
let watch: DatabaseWatch;
let lines: string[];
let nowMs: number;

function begin(engine: 'postgres' | 'oracle' = 'postgres'): void {
  const limits = { limitBytes: 64 * 1024 * 1024, keepMs: 30 * 24 * 3_600_000 };
  store = openInsightStore({ dir: folder.path, ...limits, onNote: () => undefined });
  database = scriptedDatabase(engine);
  const service = { name: 'test', namespace: 'octo', version: '0' };
  const logger = createLogger(service, 'info', { write: (line) => void lines.push(JSON.parse(line).message) });
  const address = { url: 'postgres://octo_insight@127.0.0.1:5432/octo' };
  const oracle = {
    dsn: 'db',
    user: 'octo_insight',
    credential: { password: 'x' },
    wallet: undefined,
    schema: undefined,
  };
  watch = watchDatabase({
    address: engine === 'postgres' ? address : { oracle },
    database,
    store,
    logger,
    nameOf: (_, spanId) => (spanId === 'b'.repeat(16) ? 'GET /shop' : undefined),
    nowMs: () => nowMs,
  });
}

beforeEach(() => {
  folder = newStoreFolder();
  lines = [];
  nowMs = noonMs;
  begin();
});
afterEach(async () => {
  await watch[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Lets time pass as the watch wants it, and looks. */
async function watchFor(seconds: number): Promise<number[]> {
  const pauses: number[] = [];
  for (const untilMs = nowMs + seconds * 1000; nowMs < untilMs; ) {
    const pauseMs = await watch.turn();
    await watch.idle();
    pauses.push(pauseMs);
    nowMs += pauseMs;
  }
  return pauses;
}

function callsByMinute(statementId = '1'): Record<string, number> {
  const steps = store.read(({ statements }) => statements.find(statementId, noon, 1440))?.steps ?? [];
  return Object.fromEntries(steps.map(({ at, calls }) => [at - noon, calls]));
}

function activity(minutes: number) {
  return store.read((readers) => readers.activity.read(activityWindow(minutes, Math.floor(nowMs / 1000))));
}

test('looks every second, and counts every minute what was done in it', async () => {
  nowMs += 400;
  database.totals = [totalsOf('1', 1000)];
  assert.deepEqual(new Set(await watchFor(59.6)), new Set([600, 1000]));
  database.totals = [totalsOf('1', 1010)];
  await watchFor(60);
  database.totals = [totalsOf('1', 1015)];
  await watchFor(60);
  assert.deepEqual(callsByMinute(), { 0: 10, 1: 5 });
  assert.deepEqual(watch.samples(), { taken: 180, missed: 0 });
  assert.equal(watch.isReachable(), true);
});

test('a database that is away is asked ever less often, and costs a line when it goes and one when it comes', async () => {
  await watchFor(5);
  assert.equal(watch.samples().missed, 0);
  database.failure = databaseAway();
  assert.deepEqual((await watchFor(120)).slice(0, 7), [1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  assert.equal(watch.isReachable(), false);
  database.failure = undefined;
  await watchFor(30);
  assert.equal(watch.isReachable(), true);
  const { taken, missed } = watch.samples();
  assert.equal(taken + missed, Math.floor((nowMs - noonMs) / 1000), 'every second is accounted for');
  assert.ok(missed >= 120, String(missed));
  assert.deepEqual(lines, ['the watched database does not answer', 'the watched database answers again']);
});

test('the work of a gap is in no minute, and the gap is told', async () => {
  database.totals = [totalsOf('1', 10)];
  await watchFor(60);
  database.totals = [totalsOf('1', 11)];
  await watchFor(60);
  database.failure = databaseAway();
  await watchFor(600);
  database.failure = undefined;
  database.totals = [totalsOf('1', 1_000_000)];
  await watchFor(60);
  database.totals = [totalsOf('1', 1_000_003)];
  await watchFor(70);
  assert.deepEqual(Object.values(callsByMinute()), [1, 3]);
  const [gap] = store.read(({ gaps }) => gaps.list(noon, Math.floor(nowMs / 60_000)));
  assert.ok(gap && gap.to - gap.from >= 9, JSON.stringify(gap));
});

test('it begins to watch whenever the database comes', async () => {
  database.failure = databaseAway();
  await watchFor(60);
  assert.equal(store.figures().watchingSinceMs, undefined);
  database.failure = undefined;
  await watchFor(30);
  assert.ok(Number(store.figures().watchingSinceMs) > noonMs);
});

test('a right that is missing keeps nothing else from being seen', async () => {
  database.lacks = ['the extension pg_stat_statements'];
  database.statementTotals = async () => {
    throw new AppError('Forbidden', 'insight.not_granted', 'The insight needs the extension pg_stat_statements.');
  };
  await watchFor(120);
  assert.deepEqual(watch.samples(), { taken: 120, missed: 0 });
  assert.deepEqual(watch.missing(), database.lacks);
  assert.equal(watch.isReachable(), true);
  assert.deepEqual(lines, []);
});

test('a fault that nobody expects costs a line in a minute, and no sample', async () => {
  database.statementTotals = async () => {
    throw new RangeError('no such thing');
  };
  await watchFor(120);
  assert.deepEqual(lines, Array(2).fill('figures of the database could not be kept'));
  assert.deepEqual(watch.samples(), { taken: 120, missed: 0 });
});

test('where not even that may be asked, it is told that this is missing', async () => {
  database.failure = new AppError(
    'Forbidden',
    'insight.not_granted',
    'The insight needs to be let into this database.',
  );
  await watchFor(2);
  assert.deepEqual(watch.missing(), ['The insight needs to be let into this database.']);
});

test('a plan that waits for a lock makes nobody think that the database is away', async () => {
  database.totals = [totalsOf('1', 1), totalsOf('2', 1)];
  await watchFor(60);
  database.totals = [totalsOf('1', 200), totalsOf('2', 100)];
  database.plans.set('2', 'second');
  const { planOf } = database;
  database.planOf = async ({ statementId }) => {
    if (statementId === '1')
      throw new AppError('TimedOut', 'database.timed_out', 'The database took too long to answer.');
    return await planOf({ statementId });
  };
  await watchFor(360);
  assert.equal(store.read(({ statements }) => statements.find('2', noon, 60))?.plans[0]?.planHash, 'second');
  assert.deepEqual(lines, []);
});

test('a sample is told with the trace and the action that came after it', async () => {
  const traceId = 'a'.repeat(32);
  database.sessions = [sessionOf('42', { waitClass: 'Lock' }), sessionOf('43', { waitClass: 'Idle' })];
  await watchFor(1);
  database.sessions = [];
  const attributes = {
    'octo.db.backend_pid': 42,
    'server.address': 'localhost',
    'server.port': 5432,
    'octo.sql_id': 'x',
  };
  const span = { traceId, spanId: 'c'.repeat(16), parentSpanId: 'b'.repeat(16), name: 'SELECT products', kind: 2 };
  const from = BigInt(noonMs - 100) * 1_000_000n;
  const times = { startNano: from, endNano: from + 200_000_000n, status: 0, statusMessage: '', events: [], links: [] };
  const resource = { service: 'shop', attributes: {} };
  const elsewhere = { ...span, ...times, attributes: { ...attributes, 'server.port': 5433 }, traceId: 'd'.repeat(32) };
  const items = [elsewhere, { ...span, ...times, attributes }];
  watch.noteArrivals([{ signal: 'traces', content: { resource, items, isUntrusted: false } }]);
  await watchFor(20);
  const { byKey, byTrace } = activity(1);
  assert.deepEqual(
    byKey.map(({ key, sessions }) => [key.action, key.waitClass, sessions]),
    [['GET /shop', 'Lock', 1]],
  );
  assert.deepEqual(byTrace, [{ traceId, waitClass: 'Lock', sessions: 1 }]);
  await watchFor(120);
  assert.deepEqual(
    activity(120).byKey.map(({ key }) => key.action),
    ['GET /shop'],
    'and so it is kept',
  );
});

test('Oracle tells action, trace and plan itself', async () => {
  await watch[Symbol.asyncDispose]();
  begin('oracle');
  const traceId = 'e'.repeat(32);
  const tags = { action: 'POST /api/checkout', clientIdentifier: traceId };
  database.sessions = [sessionOf('1,2', tags), sessionOf('3,4', { clientIdentifier: 'some person' })];
  database.totals = [totalsOf('abc', 1, { planHash: '17' })];
  await watchFor(20);
  assert.deepEqual(activity(1).byTrace, [{ traceId, waitClass: 'CPU', sessions: 20 }]);
  assert.deepEqual(watch.tagOf(sessionOf('1,2', tags)), { action: tags.action, traceId });
  assert.equal(store.read(({ statements }) => statements.find('abc', noon, 60))?.plans[0]?.planHash, '17');
});

test('PostgreSQL is asked every few minutes how the costliest are done', async () => {
  database.totals = [totalsOf('1', 1), totalsOf('2', 1)];
  database.plans.set('1', 'first');
  await watchFor(60);
  database.totals = [totalsOf('1', 100), totalsOf('2', 100)];
  await watchFor(300);
  database.plans.set('1', 'second');
  await watchFor(360);
  const plans = store.read(({ statements }) => statements.find('1', noon, 60))?.plans ?? [];
  assert.deepEqual(
    plans.map(({ planHash }) => planHash),
    ['second', 'first'],
  );
});
