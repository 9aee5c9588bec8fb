import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Endpoint } from '@octo/contracts/endpoint.ts';
import { getActivity, getInsightStatus, listSessions, listSizes } from '@octo/contracts/insight.ts';
import { findStatement } from '@octo/contracts/insight-runs.ts';
import {
  getStatement,
  getStatementPlan,
  listStatementChanges,
  listStatements,
} from '@octo/contracts/insight-statements.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import type { Static, TSchema } from 'typebox';
import { logsBody, newId, newTraceId, tracesBody } from '../testing/otlp-json.ts';
import { databaseAway, scriptedDatabase, sessionOf, totalsOf } from '../testing/scripted-database.ts';
import { createTestObservatory } from '../testing/test-observatory.ts';

const token = 'a token of the tests, which nobody may guess';
const address = { INSIGHT_DATABASE_URL: 'postgres://octo_insight:secret@127.0.0.1:5432/octo' };
const database = scriptedDatabase();
const clock = { now: () => new Date(nowMs) };
let nowMs = Date.now() - (Date.now() % 60_000) + 500;
const t = await createTestObservatory(address, { database, clock });
const unwatched = await createTestObservatory();
const closed = await createTestObservatory({ ...address, HOST: '0.0.0.0', OBSERVATORY_TOKEN: token }, { database });
after(async () => {
  for (const one of [t, unwatched, closed]) await one[Symbol.asyncDispose]();
});

type Answering = { responses: { 200: TSchema } } & Endpoint;

/** A body that is as its contract promises. */
async function told<E extends Answering>(endpoint: E, url: string, of = t): Promise<Static<E['responses'][200]>> {
  return expectContract(endpoint, 200, await of.app.inject(url));
}

const { watch } = t.observatory;
assert.ok(watch);

const live = [
  '/api/database/sessions',
  '/api/database/sizes',
  '/api/database/statements',
  '/api/database/statements/1/plan',
];
const kept = [
  '/api/database/statements?minutes=60',
  '/api/database/statements/1',
  '/api/database/changes',
  '/api/database/activity',
  '/api/database/sql-ids/6wfj6ymqmqy0c',
];

/** Some minutes of a database that is asked something three times in each. */
async function watchMinutes(): Promise<void> {
  for (let minute = 1; minute <= 3; minute += 1) {
    database.totals = [totalsOf('1', 3 * minute, { sqlId: '6wfj6ymqmqy0c' }), totalsOf('-2', minute)];
    database.sessions = [sessionOf('42', { waitClass: 'Lock', waitEvent: 'Lock:tuple', blockedBy: ['43'] })];
    await watch?.turn();
    await watch?.idle();
    nowMs += 60_000;
  }
}
await watchMinutes();

test('the costliest statements of a window are told with the sum of all, and what is in no figure', async () => {
  const body = await told(listStatements, '/api/database/statements?minutes=60&limit=1');
  assert.deepEqual(
    body.statements.map(({ statementId, sqlId, calls, meanMs }) => [statementId, sqlId, calls, meanMs]),
    [['1', '6wfj6ymqmqy0c', 6, 1]],
  );
  assert.equal(body.total?.calls, 8);
  assert.deepEqual(body.gaps, []);
  const byCalls = await told(listStatements, '/api/database/statements?minutes=60&by=calls');
  assert.equal(byCalls.statements.length, 2);
});

test('without a window they are told since the database began to count', async () => {
  const body = await told(listStatements, '/api/database/statements?by=rows');
  assert.deepEqual([body.windowMinutes, body.total, body.statements[0]?.calls], [null, null, 9]);
});

test('with a statement is told what its spans know of it, by which it is put in order, too', async () => {
  const [traceId, spanId] = [newTraceId(), newId(8)];
  const attributes = { 'octo.sql_id': '6wfj6ymqmqy0c' };
  await t.send(
    'traces',
    tracesBody('shop', [
      { traceId, parentSpanId: spanId, attributes, kind: 3, durationMs: 20, startMs: nowMs - 100 },
      { traceId, spanId, name: 'GET /orders', kind: 2, startMs: nowMs - 100 },
    ]),
  );
  const { statements } = await told(listStatements, '/api/database/statements?minutes=60&by=p95');
  assert.deepEqual(
    statements.map(({ statementId, p95Ms, calledBy }) => [statementId, (p95Ms ?? 0) > 15, calledBy?.route]),
    [
      ['1', true, 'GET /orders'],
      ['-2', false, undefined],
    ],
  );
  const found = await told(findStatement, '/api/database/sql-ids/6wfj6ymqmqy0c');
  assert.equal(found.statementId, '1');
  const unknown = await t.app.inject('/api/database/sql-ids/0000000000000');
  expectProblem(unknown, { status: 404, code: 'insight.unknown_statement' });
});

test('the activity of one statement is told by itself', async () => {
  const asked = async (statementId: string) =>
    (await told(getActivity, `/api/database/activity?minutes=5&statementId=${statementId}`)).events;
  assert.deepEqual(await asked('2'), []);
  assert.equal((await asked('1')).length, 1);
});

test('one statement is told by minute; one that was never seen is not known', async () => {
  const body = await told(getStatement, '/api/database/statements/-2');
  assert.deepEqual(
    body.minutes.map(({ calls }) => calls),
    [1, 1],
  );
  const unknown = await t.app.inject('/api/database/statements/999');
  expectProblem(unknown, { status: 404, code: 'insight.unknown_statement' });
});

test('a plan is that of the database, which may not remember the statement', async () => {
  database.plans.set('1', 'hash');
  const plan = await told(getStatementPlan, '/api/database/statements/1/plan');
  assert.equal(plan.planHash, 'hash');
  const unknown = await t.app.inject('/api/database/statements/5/plan');
  expectProblem(unknown, { status: 404, code: 'insight.unknown_statement' });
});

test('changes, sizes and activity are told', async () => {
  const changes = await told(listStatementChanges, '/api/database/changes?minutes=1');
  assert.deepEqual([changes.fresh, changes.regressed, changes.planChanged], [[], [], []]);
  assert.ok(changes.baselineFrom);
  const { sizes } = await told(listSizes, '/api/database/sizes');
  assert.equal(sizes[0]?.name, 'orders');
  const activity = await told(getActivity, '/api/database/activity?minutes=5');
  assert.equal(activity.steps.length * activity.stepSeconds, 300);
  assert.equal(
    activity.steps.reduce((sum, { samples }) => sum + samples, 0),
    3,
  );
  assert.deepEqual(activity.statements, [{ key: '1', averageActive: 1, byWaitClass: { Lock: 1 } }]);
  assert.deepEqual(
    activity.events.map(({ key }) => key),
    ['Lock:tuple'],
  );
  assert.deepEqual(
    activity.actions.map(({ key }) => key),
    [null],
  );
});

test('a session is told with the trace and the route of its last statement, or of the one that goes on', async () => {
  const [traceId, parentSpanId] = [newTraceId(), newId(8)];
  const attributes = { 'octo.db.backend_pid': 43, 'server.address': 'localhost', 'server.port': 5432 };
  const [startMs, durationMs] = [Date.now() - 100, 5];
  await t.send(
    'traces',
    tracesBody('shop', [{ traceId, parentSpanId, attributes, name: 'UPDATE', startMs, durationMs }]),
  );
  await t.send('traces', tracesBody('shop', [{ traceId, spanId: parentSpanId, name: 'POST /api/checkout', kind: 2 }]));
  const running = { 'event.name': 'database.statement_running', 'octo.db.backend_pid': 42, 'octo.db.elapsed_ms': 1200 };
  const other = newTraceId();
  await t.send(
    'logs',
    logsBody('shop', [{ body: 'x', traceId: other, attributes: { ...running, 'octo.db.action': 'orders.cancel' } }]),
  );
  const statementStartedAt = new Date(Date.now() - 1300);
  const state = 'idle in transaction' as const;
  database.sessions = [
    sessionOf('42', { waitClass: 'Lock', blockedBy: ['43'], statementStartedAt }),
    sessionOf('43', { waitClass: 'Idle', state, transactionStartedAt: new Date(startMs - 1) }),
    sessionOf('44', { state: 'idle' }),
  ];
  const { sessions } = await told(listSessions, '/api/database/sessions');
  assert.deepEqual(
    sessions.map(({ sessionId, blockedBy, traceId, action }) => [sessionId, blockedBy, traceId, action]),
    [
      ['42', ['43'], other, 'orders.cancel'],
      ['43', [], traceId, 'POST /api/checkout'],
      ['44', [], null, null],
    ],
  );
});

test('while the database is away its past is told, its present is asked for later, and the rest goes on as before', async () => {
  database.failure = databaseAway();
  for (const url of live) {
    const answer = await t.app.inject(url);
    expectProblem(answer, { status: 503, code: 'database.unavailable' });
    assert.equal(answer.headers['retry-after'], '2');
  }
  for (const url of [...kept, '/api/status', '/api/traces', '/ready'])
    assert.equal((await t.app.inject(url)).statusCode, 200, url);
  await watch.turn();
  const status = await told(getInsightStatus, '/api/database/status');
  assert.deepEqual([status.isConfigured, status.isReachable, status.minutesKept], [true, false, 2]);
  database.failure = undefined;
  nowMs += 1000;
  await watch.turn();
  await watch.idle();
  const again = await told(getInsightStatus, '/api/database/status');
  assert.equal(again.isReachable, true);
  assert.ok(again.watchingSince && again.lastSampleAt && again.lastMinuteAt);
});

test('what the database does not let us see is named', async () => {
  database.failure = new AppError('Forbidden', 'insight.not_granted', 'The insight needs membership in pg_monitor.');
  expectProblem(await t.app.inject('/api/database/sizes'), { status: 403, code: 'insight.not_granted' });
  database.failure = undefined;
  database.lacks = ['membership in pg_monitor'];
  nowMs += 60_000;
  await watch.turn();
  await watch.idle();
  const { missing } = await told(getInsightStatus, '/api/database/status');
  assert.deepEqual(missing, database.lacks);
});

test('what is asked for wrongly is named', async () => {
  for (const [url, field] of [
    ['/api/database/statements?by=beauty', 'by'],
    ['/api/database/statements?minutes=0', 'minutes'],
    ['/api/database/statements?limit=201', 'limit'],
    ['/api/database/statements/Not%20one', 'statementId'],
    ['/api/database/statements/1?minutes=43201', 'minutes'],
    ['/api/database/statements/1;drop/plan', 'statementId'],
    ['/api/database/changes?minutes=x', 'minutes'],
    ['/api/database/sessions?limit=501', 'limit'],
    ['/api/database/activity?minutes=-1', 'minutes'],
    ['/api/database/sizes?limit=0', 'limit'],
    ['/api/database/sql-ids/6WFJ', 'sqlId'],
  ] as const)
    expectProblem(await t.app.inject(url), { status: 400, code: 'http.invalid', field });
});

test('where no database is watched, that is said', async () => {
  const status = await told(getInsightStatus, '/api/database/status', unwatched);
  assert.deepEqual([status.isConfigured, status.engine, status.isReachable], [false, null, false]);
  for (const url of [...live, ...kept])
    expectProblem(await unwatched.app.inject(url), { status: 404, code: 'insight.not_configured' });
});

test('only operators are told', async () => {
  for (const url of [...live, ...kept, '/api/database/status']) {
    expectProblem(await closed.app.inject(url), { status: 401, code: 'observatory.not_signed_in' });
    const headers = { authorization: `Bearer ${token}` };
    assert.notEqual((await closed.app.inject({ url, headers })).statusCode, 401);
    const foreign = await t.app.inject({ url, headers: { host: 'evil.example' } });
    expectProblem(foreign, { status: 403, code: 'http.foreign_host', field: 'Host' });
  }
});
