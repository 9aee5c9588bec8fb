import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { newStoreFolder, type StoreFolder } from '../../testing/observatory-process.ts';
import { totalsOf } from '../../testing/scripted-database.ts';
import { activityWindow } from '../activity-steps.ts';
import type { StatementWork } from '../count-work.ts';
import { type InsightStore, openInsightStore } from './insight-store.ts';
import { mostKeysPerMinute } from './roll-up.ts';
import { mostPerMinute } from './write-statements.ts';

const megabyte = 1024 * 1024;
const dayMinutes = 1440;
/** The beginning of an hour. */
const start = Date.UTC(2026, 5, 1, 12) / 60_000;

let folder: StoreFolder;
let store: InsightStore;
let notes: string[];

function open(limitBytes = 64 * megabyte, keepDays = 30): InsightStore {
  const limits = { limitBytes, keepMs: keepDays * dayMinutes * 60_000 };
  return openInsightStore({ dir: folder.path, ...limits, onNote: (note) => notes.push(note) });
}

beforeEach(() => {
  notes = [];
  folder = newStoreFolder();
  store = open();
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

function workOf(statementId: string, calls: number, elapsedMs = calls): StatementWork {
  return { statementId, calls, elapsedMs, rows: calls, blocksRead: 1, blocksHit: 2 };
}

/** What ran in a minute, with the texts of all that is known by then. */
function add(minute: number, work: StatementWork[], more: Parameters<typeof totalsOf>[2] = {}): void {
  const atMs = (minute + 1) * 60_000;
  const totals = work.map(({ statementId, calls }) => totalsOf(statementId, calls, { since: new Date(atMs), ...more }));
  store.addStatements({ atMs, totals, counted: { minute, work } });
}

function costliest(fromMinute: number, by: 'time' | 'calls' | 'meanTime' = 'time') {
  return store.read(({ statements }) => statements.costliest(fromMinute, by, 200));
}

function sample(second: number, sessions: { waitClass?: string; statementId?: string; action?: string }[]): number[] {
  return store.addLook(
    second,
    sessions.map(({ waitClass = 'CPU', statementId = '', action = '' }, index) => ({
      sessionId: String(index),
      key: { waitClass, event: '', statementId, module: 'shop', action },
      traceId: null,
    })),
  );
}

test('a window is the sum of its minutes, wherever it begins and however long it is', () => {
  const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(minutes, fc.integer({ min: 0, max: 401 }), (offsets, from) => {
      store[Symbol.dispose]();
      folder[Symbol.dispose]();
      folder = newStoreFolder();
      store = open();
      for (const offset of offsets.toSorted((one, other) => one - other))
        add(start + offset, [workOf('1', offset + 1)]);
      const expected = offsets.filter((offset) => offset >= from).reduce((sum, offset) => sum + offset + 1, 0);
      const { statements, total } = costliest(start + from);
      assert.equal(total.calls, expected);
      assert.equal(statements[0]?.calls ?? 0, expected);
    }),
    { numRuns: 25 },
  );
});

test('a busy minute keeps its costliest statements and the sum of the others', () => {
  const work = Array.from({ length: 4 * mostPerMinute }, (_, at) => workOf(String(at), at + 1));
  add(start, work);
  const { statements, total } = costliest(start);
  assert.equal(statements.length, mostPerMinute);
  assert.equal(statements[0]?.statementId, String(work.length - 1));
  assert.equal(total.calls, (work.length * (work.length + 1)) / 2);
  assert.equal(total.elapsedMs, total.calls);
  assert.equal(total.blocksHit, 2 * work.length);
});

test('statements are ordered by what is asked for', () => {
  add(start, [workOf('1', 100, 50), workOf('2', 1, 40), workOf('3', 10, 60)]);
  const ids = (by: 'time' | 'calls' | 'meanTime') => costliest(start, by).statements.map((one) => one.statementId);
  assert.deepEqual(ids('time'), ['3', '1', '2']);
  assert.deepEqual(ids('calls'), ['1', '3', '2']);
  assert.deepEqual(ids('meanTime'), ['2', '3', '1']);
});

test('a statement is told by minute, and by hour over more than a day', () => {
  for (const minute of [0, 1, 59, 60]) add(start + minute, [workOf('1', 1)]);
  const find = (windowMinutes: number) => store.read(({ statements }) => statements.find('1', start, windowMinutes));
  assert.deepEqual(
    find(dayMinutes)?.steps.map(({ at, calls }) => [at - start, calls]),
    [
      [0, 1],
      [1, 1],
      [59, 1],
      [60, 1],
    ],
  );
  assert.deepEqual(
    find(dayMinutes + 1)?.steps.map(({ at, calls }) => [at - start, calls]),
    [
      [0, 3],
      [60, 1],
    ],
  );
  assert.equal(
    store.read(({ statements }) => statements.find('2', start, 60)),
    undefined,
  );
});

test('minutes without figures are gaps, with those at the end; the time before all is none', () => {
  for (const minute of [10, 11, 15, 16]) add(start + minute, [workOf('1', 1)]);
  const gaps = (from: number, now: number) =>
    store
      .read((readers) => readers.gaps.list(start + from, start + now))
      .map((gap) => [gap.from - start, gap.to - start]);
  assert.deepEqual(gaps(0, 18), [[12, 15]]);
  assert.deepEqual(gaps(13, 18), [[13, 15]]);
  assert.deepEqual(gaps(15, 18), []);
  assert.deepEqual(gaps(0, 30), [
    [12, 15],
    [17, 30],
  ]);
  assert.deepEqual(gaps(20, 30), [[20, 30]]);
});

test('what the first look found is not new; what came later is, but not again under another id or after it had left', () => {
  store.addStatements({ atMs: start * 60_000, totals: [totalsOf('1', 5)], counted: undefined });
  add(start, [workOf('2', 1)]);
  add(start + 30, [workOf('1', 1)]);
  add(start + 60, [workOf('3', 1)]);
  add(start + 61, [workOf('4', 1)], { text: 'select 2' });
  add(start + 62, [workOf('2', 1)]);
  const fresh = (from: number) =>
    store.read(({ changes }) => changes.list(start + from, 10)).fresh.map(({ statement }) => statement.statementId);
  assert.deepEqual(fresh(60), ['3']);
  assert.deepEqual(fresh(0).sort(), ['2', '3', '4']);
  assert.deepEqual(store.read(({ changes }) => changes.list(start + 60, 10)).baselineFrom, start);
  assert.deepEqual(store.read(({ changes }) => changes.list(start, 10)).baselineFrom, undefined);
});

for (const [story, before, now, isRegressed] of [
  ['twice as long', [100, 1000], [10, 200], true],
  ['not quite twice as long', [100, 1000], [10, 199], false],
  ['twice as long, but by less than a millisecond', [100, 50], [10, 14], false],
  ['called too rarely to say', [100, 1000], [9, 900], false],
  ['known too little from before', [19, 190], [100, 9000], false],
] as const)
  test(`slower than before: ${story}`, () => {
    add(start, [workOf('1', before[0] / 2, before[1] / 2)]);
    add(start + 61, [workOf('1', before[0] / 2, before[1] / 2)]);
    add(start + 62, [workOf('1', now[0], now[1])]);
    const { regressed } = store.read(({ changes }) => changes.list(start + 62, 10));
    assert.deepEqual(
      regressed.map(({ statement, meanMsBefore }) => [statement.statementId, meanMsBefore]),
      isRegressed ? [['1', before[1] / before[0]]] : [],
    );
  });

test('another plan is told with the one before, also of a statement that is younger; one that came back is none', () => {
  add(start, [workOf('1', 1), workOf('2', 1), workOf('3', 1)]);
  const plan = (minute: number, id: string, hash: string) => store.addPlan(id, hash, (start + minute) * 60_000);
  for (const id of ['1', '2']) plan(0, id, 'a');
  plan(100, '1', 'b');
  plan(100, '2', 'b');
  plan(105, '2', 'a');
  plan(100, '3', 'c');
  plan(110, '3', 'd');
  plan(110, 'nobody', 'd');
  const { planChanged } = store.read(({ changes }) => changes.list(start + 90, 10));
  assert.deepEqual(
    planChanged
      .map(({ statement, planHashBefore }) => [statement.statementId, planHashBefore, statement.planHash])
      .sort(),
    [
      ['1', 'a', 'b'],
      ['3', 'c', 'd'],
    ],
  );
  const plans = store.read(({ statements }) => statements.find('2', start, 60))?.plans ?? [];
  assert.deepEqual(
    plans.map(({ planHash }) => planHash),
    ['a', 'b', 'a'],
  );
});

test('samples of seconds add up to those of minutes and hours, and nothing is counted twice on the way', () => {
  const from = start * 60;
  for (let second = 0; second < 7200; second += 10)
    sample(from + second, second < 3600 ? [{}, { waitClass: 'Lock' }] : [{ statementId: '7' }]);
  const spent = (minutes: number) => {
    const { steps, byKey } = store.read(({ activity }) => activity.read(activityWindow(minutes, from + 7199)));
    const ofKeys = byKey.reduce((sum, { sessions }) => sum + sessions, 0);
    const ofSteps = steps.flatMap((step) => Object.values(step.spent)).reduce((sum, sessions) => sum + sessions, 0);
    const looks = steps.reduce((sum, step) => sum + step.looks, 0);
    return { ofKeys, ofSteps, looks };
  };
  const whole = { ofKeys: 1080, ofSteps: 1080, looks: 720 };
  for (const minutes of [120, dayMinutes, 2 * dayMinutes, 30 * dayMinutes]) assert.deepEqual(spent(minutes), whole);
  for (const minute of store.dueToRollUp(from + 5400)) store.rollUp(minute);
  for (const minutes of [120, dayMinutes, 2 * dayMinutes, 30 * dayMinutes]) assert.deepEqual(spent(minutes), whole);
  assert.deepEqual(spent(60), { ofKeys: 360, ofSteps: 360, looks: 360 });
  assert.deepEqual(store.dueToRollUp(from + 5400), []);
});

test('a second is looked at once, and a sample that is tagged later is found by what it is tagged with', () => {
  const [id = 0] = sample(start * 60, [{}]);
  assert.deepEqual(sample(start * 60, [{}]), []);
  const traceId = 'a'.repeat(32);
  store.tag([{ id, traceId, parentSpanId: 'b'.repeat(16), action: null }]);
  assert.deepEqual(store.untold(start), [{ id, traceId, parentSpanId: 'b'.repeat(16) }]);
  store.tag([{ id, traceId, parentSpanId: 'b'.repeat(16), action: 'GET /shop' }]);
  assert.deepEqual(store.untold(start), []);
  const { byKey, byTrace } = store.read(({ activity }) => activity.read(activityWindow(1, start * 60)));
  assert.deepEqual(
    byKey.map(({ key, sessions }) => [key.action, sessions]),
    [['GET /shop', 1]],
  );
  assert.deepEqual(byTrace, [{ traceId, waitClass: 'CPU', sessions: 1 }]);
});

test('a minute of very many different things keeps its sums and a bounded number of them', () => {
  for (let second = 0; second < 60; second += 1)
    sample(
      start * 60 + second,
      Array.from({ length: 10 }, (_, at) => ({
        statementId: String(second * 10 + at),
        waitClass: at < 5 ? 'IO' : 'CPU',
      })),
    );
  store.rollUp(start);
  const { byKey, steps } = store.read(({ activity }) => activity.read(activityWindow(120, start * 60)));
  assert.ok(byKey.length <= mostKeysPerMinute + 2);
  const step = steps.find(({ looks }) => looks > 0);
  assert.deepEqual(step, { looks: 60, spent: { IO: 300, CPU: 300 } });
});

test('what is older than it is kept leaves, and so does what nothing speaks of any more', () => {
  add(start, [workOf('1', 1)]);
  sample(start * 60, [{}]);
  store.rollUp(start);
  add(start + 20 * dayMinutes, [workOf('2', 1)]);
  store.prune((start + 29 * dayMinutes) * 60_000);
  assert.equal(store.figures().minutesKept, 2);
  store.prune((start + 31 * dayMinutes) * 60_000);
  assert.equal(store.figures().minutesKept, 1);
  assert.equal(
    store.read(({ statements }) => statements.find('1', 0, 60)),
    undefined,
  );
  assert.ok(store.read(({ statements }) => statements.find('2', 0, 60)));
  const { byKey } = store.read(({ activity }) => activity.read(activityWindow(43_200, start * 60)));
  assert.deepEqual(byKey, []);
});

test('it stays within its room: the oldest minutes go', () => {
  store[Symbol.dispose]();
  store = open(16 * megabyte);
  const wide = (minute: number) =>
    Array.from({ length: 50 }, (_, at) => workOf(`${at}`, 1000 + minute, 10_000 + at * minute));
  let minute = start;
  for (; minute < start + 3000; minute += 1) {
    add(minute, wide(minute - start), { text: 'x'.repeat(200) });
    while (minute % 60 === 0 && store.prune(minute * 60_000));
  }
  while (store.prune(minute * 60_000));
  const { minutesKept, storeBytes } = store.figures();
  assert.ok(storeBytes < 16 * megabyte, String(storeBytes));
  assert.ok(minutesKept > 1000 && minutesKept < 2990, String(minutesKept));
  assert.equal(costliest(minute - 1).total.calls > 0, true, 'the newest are there');
});

test('a flood of texts makes room before figures do', () => {
  store[Symbol.dispose]();
  store = open(16 * megabyte);
  for (let minute = start; minute < start + 100; minute += 1) add(minute, [workOf('1', 1)]);
  for (let minute = start + 100; minute < start + 105; minute += 1) {
    const ids = Array.from({ length: 1000 }, (_, at) => `${minute}x${at}`);
    const totals = ids.map((id) => totalsOf(id, 1, { text: id.padEnd(4000, 'x') }));
    store.addStatements({ atMs: minute * 60_000, totals, counted: undefined });
    store.prune(minute * 60_000);
  }
  assert.equal(store.figures().minutesKept, 100);
  assert.equal(costliest(start).total.calls, 100);
});

test('what was noted by a clock that was ahead hides nothing once it is right again', () => {
  const ahead = start + 365 * dayMinutes;
  const rollAll = (minute: number) => {
    for (const due of store.dueToRollUp(minute * 60)) store.rollUp(due);
  };
  for (const minute of [ahead, start, start + 1, start + 70]) {
    add(minute, [workOf('1', 1)]);
    sample(minute * 60, [{}]);
    rollAll(minute + 1);
  }
  sample((start + 71) * 60, [{}]);
  const now = start + 75;
  const { steps } = store.read(({ activity }) => activity.read(activityWindow(120, now * 60)));
  assert.equal(
    steps.reduce((sum, { looks }) => sum + looks, 0),
    4,
  );
  assert.deepEqual(
    store.read(({ gaps }) => gaps.list(start, now)),
    [
      { from: start + 2, to: start + 70 },
      { from: start + 71, to: now },
    ],
  );
});

test('it goes on where it was, with what it has learnt', () => {
  add(start, [workOf('1', 5)], { sqlId: 'abc' });
  sample(start * 60, [{}]);
  store[Symbol.dispose]();
  store = open();
  assert.deepEqual(store.learnt(), [['abc', '1']]);
  assert.equal(costliest(start).total.calls, 5);
  assert.deepEqual(store.dueToRollUp((start + 2) * 60), [start]);
  assert.equal(store.figures().watchingSinceMs, start * 60_000);
});

test('a file that is damaged is set aside beside that of the traces, which stays as it is', () => {
  store[Symbol.dispose]();
  for (const name of ['store.db', 'set-aside-of-traces.db']) writeFileSync(join(folder.path, name), 'traces');
  writeFileSync(join(folder.path, 'insight.db'), 'this is no database');
  store = open();
  assert.match(notes[0] ?? '', /What was kept of the database was damaged.*insight-set-aside-/);
  const names = readdirSync(folder.path);
  for (const name of ['store.db', 'set-aside-of-traces.db']) assert.ok(names.includes(name), name);
  add(start, [workOf('1', 5)]);
  assert.equal(costliest(start).total.calls, 5);
});
