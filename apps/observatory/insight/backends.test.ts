import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LiveSession } from '@octo/platform/database/insight/insight.ts';
import { sessionOf } from '../testing/scripted-database.ts';
import { createBackends, type DoneStatement, type RunningStatement } from './backends.ts';

const traceOf = (name: string) => name.padEnd(32, '0');

function done(trace: string, startMs: number, endMs: number, sqlId: string | null = null): DoneStatement {
  return { traceId: traceOf(trace), parentSpanId: 'b'.repeat(16), action: null, sqlId, startMs, endMs };
}

function goesOn(trace: string, startMs: number, seenMs: number, sqlId: string | null = null): RunningStatement {
  const { endMs: _, ...statement } = done(trace, startMs, 0, sqlId);
  return { ...statement, action: 'POST /api/checkout', seenMs };
}

function question(id: number, fromMs: number, toMs: number, sqlId: string | null = null) {
  return { id, sessionId: '7', fromMs, toMs, sqlId };
}

test('a sample is of the statement that was under way, whose span comes afterwards', () => {
  const backends = createBackends();
  backends.ask(question(1, 1000, 1004));
  backends.ask(question(2, 2000, 2004));
  backends.ask({ ...question(3, 1000, 1004), sessionId: '8' });
  backends.noteDone('7', done('a', 900, 999));
  backends.noteDone('7', done('b', 999, 1001));
  backends.noteDone('7', done('c', 1001, 1500));
  assert.deepEqual(backends.settle(1004), [], 'a question stays open for a while');
  assert.deepEqual(
    backends.settle(1005).map(({ id, traceId }) => [id, traceId]),
    [[1, traceOf('c')]],
  );
  assert.deepEqual(backends.settle(3000), [], 'each is answered once, and not by what does not fit');
});

test('where the text is known, the statement is of that text', () => {
  const backends = createBackends();
  backends.ask(question(1, 1000, 1010, 'wanted'));
  backends.noteDone('7', done('a', 1000, 1008, 'other'));
  backends.noteDone('7', done('b', 1008, 1010, 'wanted'));
  assert.equal(backends.settle(2000)[0]?.traceId, traceOf('b'));
});

test('a statement that goes on is known by the line about it, until its span has come', () => {
  const backends = createBackends();
  const running = goesOn('a', 1000, 2000);
  backends.noteRunning('7', running);
  backends.ask(question(1, 5000, 5004));
  assert.equal(backends.settle(6000)[0]?.action, 'POST /api/checkout');
  backends.noteDone('7', done('a', 1000, 7000));
  backends.ask(question(2, 8000, 8004));
  assert.deepEqual(backends.settle(9000), []);
  backends.noteRunning('7', running);
  backends.ask(question(3, 8000, 8004));
  assert.deepEqual(backends.settle(9000), [], 'a line that comes late tells nothing new');
});

test('a clock that is a moment ahead does not end a statement with the one before it', () => {
  const before = done('a', 900, 1002);
  for (const isLineFirst of [true, false]) {
    const backends = createBackends();
    if (!isLineFirst) backends.noteDone('7', before);
    backends.noteRunning('7', goesOn('a', 1000, 2000));
    if (isLineFirst) backends.noteDone('7', before);
    const live = sessionOf('7', { state: 'active', statementStartedAt: at(1001) });
    assert.equal(backends.tagOf(live)?.action, 'POST /api/checkout');
  }
});

const at = (ms: number) => new Date(ms);

for (const [story, session, expected] of [
  ['one that rests worked on this last', { state: 'idle', connectedAt: at(10) }, true],
  ['one that is younger than what was done in another of its number', { state: 'idle', connectedAt: at(2000) }, false],
  ['one that did something untraced after that', { state: 'idle', statementStartedAt: at(1001) }, false],
  [
    'one whose last statement it was, all in a millisecond',
    { state: 'idle', statementStartedAt: at(1000), sqlId: 'x' },
    true,
  ],
  ['one whose last statement that was', { state: 'idle', statementStartedAt: at(951) }, true],
  ['one that keeps a transaction open', { state: 'idle in transaction', transactionStartedAt: at(900) }, true],
  ['one that works on in the same transaction', { state: 'active', transactionStartedAt: at(900) }, true],
  ['one whose transaction began after that', { state: 'active', transactionStartedAt: at(1000) }, false],
  ['one that works outside of a transaction', { state: 'active', transactionStartedAt: null }, false],
] satisfies [string, Partial<LiveSession>, boolean][])
  test(`a live session, ${story}: ${expected ? 'its trace is known' : 'nobody knows its trace'}`, () => {
    const backends = createBackends();
    backends.noteDone('7', done('a', 950, 1000, 'x'));
    backends.noteDone('7', done('early', 900, 940));
    const tag = backends.tagOf(sessionOf('7', session));
    assert.equal(tag?.traceId, expected ? traceOf('a') : undefined);
    assert.equal(backends.tagOf(sessionOf('8', session)), undefined);
  });

test('a live session is known by the line about its statement, and not by that of an earlier one', () => {
  const backends = createBackends();
  backends.noteRunning('7', goesOn('a', 10_000, 11_000, 'x'));
  const tagOf = (more: Partial<LiveSession>) => backends.tagOf(sessionOf('7', more))?.traceId;
  assert.equal(tagOf({ statementStartedAt: at(10_200), sqlId: 'x' }), traceOf('a'));
  assert.equal(tagOf({ statementStartedAt: at(10_200), sqlId: 'y' }), undefined);
  assert.equal(tagOf({ statementStartedAt: at(60_000) }), undefined);
});

test('of very many sessions the latest are remembered', () => {
  const backends = createBackends();
  for (let pid = 0; pid < 5000; pid += 1) backends.noteDone(String(pid), done('a', 1, 2));
  const rests = { state: 'idle', connectedAt: at(0) } as const;
  assert.equal(backends.tagOf(sessionOf('1', rests)), undefined);
  assert.ok(backends.tagOf(sessionOf('4999', rests)));
});
