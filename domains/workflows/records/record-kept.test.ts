import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { type Gate, makeGate } from '@octo/platform/testing/gate.ts';
import { runQuery, runSweep, sweepNow } from '../index.ts';
import { claimSweep } from '../sweeps/claim-sweep.ts';
import { openTestLab, type TestLab } from '../testing/test-lab.ts';
import { createJournal, type Kept } from './journal.ts';
import { recordKept } from './record-kept.ts';

const away = { kind: 'Unavailable', code: 'database.unavailable' };
let gate: Gate;
let lab: TestLab;
before(async () => {
  gate = await makeGate();
  lab = await openTestLab({ reach: gate.lead });
});
beforeEach(async () => {
  lab.clock.pass(90_000);
  await lab.owner.deleteFrom('queryExecutions').execute();
  await lab.owner.deleteFrom('componentSnapshots').execute();
  await lab.owner.deleteFrom('workflowRuns').execute();
});
afterEach(() => gate.reopen().catch(() => undefined));
after(async () => {
  await lab[Symbol.asyncDispose]();
  await gate[Symbol.asyncDispose]();
});

const component = {
  name: 'part',
  type: 'part',
  probe: async () => ({ status: 'healthy' as const, details: 'Fine.' }),
};

function executions() {
  return lab.owner.selectFrom('queryExecutions').selectAll().orderBy('createdAt').orderBy('id').execute();
}

async function sweepWhileAway() {
  const ctx = { ...lab.ctx, sweep: { ...lab.ctx.sweep, components: [component] } };
  const claim = await claimSweep(ctx, { scheduleMode: 'scheduled' });
  assert.ok(typeof claim === 'object');
  return await runSweep(ctx, claim);
}

test('a query that nobody could run is recorded when the database is back, as of when it was tried', async () => {
  const triedAt = lab.clock.now();
  await gate.shut();
  await assert.rejects(runQuery(lab.ctx, { queryName: 'orders_backlog' }), away);
  lab.clock.pass(10_000);
  await assert.rejects(recordKept(lab.ctx), away);
  await gate.reopen();
  assert.deepEqual(await recordKept(lab.ctx), { recorded: 1, lost: 0 });
  const [kept, ...others] = await executions();
  assert.deepEqual([kept?.queryName, kept?.status, kept?.createdAt, others], ['orders_backlog', 'error', triedAt, []]);
  assert.match(kept?.errorMessage ?? '', /cannot be reached/);
  assert.deepEqual(await recordKept(lab.ctx), { recorded: 0, lost: 0 }, 'once');
});

test('somebody who runs a query meanwhile is answered so, and runs nothing unseen', async () => {
  const ctx = { ...lab.ctx, actor: { ...lab.ctx.actor, id: 'user:1', userId: 1 } };
  await gate.shut();
  await assert.rejects(runQuery(ctx, { queryName: 'missing_table_probe' }), away);
  await gate.reopen();
  await recordKept(lab.ctx);
  assert.deepEqual(
    (await executions()).map(({ status }) => status),
    ['error'],
  );
});

test('a sweep without its database is made all the same, and recorded as a whole', async () => {
  const startedAt = lab.clock.now();
  await gate.shut();
  const run = await sweepWhileAway();
  assert.deepEqual([run.id, run.status], [undefined, 'error']);
  await gate.reopen();
  lab.clock.pass(1_000_000);
  assert.deepEqual(await recordKept(lab.ctx), { recorded: 1, lost: 0 });
  const kept = await lab.owner.selectFrom('workflowRuns').selectAll().executeTakeFirstOrThrow();
  assert.deepEqual([kept.status, kept.startedAt, kept.completedAt], ['error', startedAt, run.completedAt]);
  assert.match(kept.resultSummary ?? '', /^orders_backlog: The database cannot be reached just now\..* 1 healthy\.$/);
  const made = await executions();
  assert.deepEqual(
    made.map(({ workflowRunId }) => workflowRunId),
    [kept.id, kept.id, kept.id],
  );
  const [snapshot] = await lab.owner.selectFrom('componentSnapshots').selectAll().execute();
  assert.deepEqual([snapshot?.workflowRunId, snapshot?.status], [kept.id, 'healthy']);
});

test('of the replicas that swept without the database, one leaves the sweep of that period', async () => {
  await gate.shut();
  await sweepWhileAway();
  const claim = await claimSweep(lab.replica, { scheduleMode: 'scheduled' });
  assert.ok(typeof claim === 'object');
  await runSweep(lab.replica, claim);
  await gate.reopen();
  await recordKept(lab.replica);
  await recordKept(lab.ctx);
  assert.equal((await lab.owner.selectFrom('workflowRuns').select('id').execute()).length, 1);
  assert.equal((await executions()).length, 3);
});

test('a sweep that lost its database on the way is finished when that is back', async () => {
  const cutting = { ...component, probe: async () => gate.shut().then(() => component.probe()) };
  const ctx = { ...lab.ctx, sweep: { ...lab.ctx.sweep, components: [cutting] } };
  const claim = await claimSweep(ctx, { scheduleMode: 'scheduled' });
  assert.ok(typeof claim === 'object');
  await runSweep(ctx, claim);
  const running = await lab.owner.selectFrom('workflowRuns').selectAll().executeTakeFirstOrThrow();
  assert.equal(running.status, 'running');
  await gate.reopen();
  await recordKept(lab.ctx);
  const ended = await lab.owner.selectFrom('workflowRuns').selectAll().executeTakeFirstOrThrow();
  assert.deepEqual([ended.id, ended.status, ended.runningKey], [running.id, 'success', null]);
});

test('who asks for a sweep meanwhile is told that it is recorded later', async () => {
  await gate.shut();
  await assert.rejects(sweepNow(lab.ctx), { kind: 'Unavailable', code: 'workflows.recorded_later' });
  await gate.reopen();
  await recordKept(lab.ctx);
  const [run] = await lab.owner.selectFrom('workflowRuns').selectAll().execute();
  assert.deepEqual([run?.scheduleMode, run?.status], ['manual', 'error']);
});

test('a journal keeps a bounded number of entries, the newest, and says how many it lost', () => {
  const journal = createJournal(2);
  const [first, second, third] = [1, 2, 3].map((): Kept => ({ run: undefined, executions: [], snapshots: [] }));
  assert.ok(first && second && third);
  for (const entry of [first, second, third]) journal.keep(entry);
  assert.equal(journal.first(), second);
  assert.deepEqual([journal.takeLost(), journal.takeLost()], [1, 0]);
  journal.drop(first);
  journal.drop(second);
  assert.equal(journal.first(), third);
});

test('what the database never takes is given up, and what came after it is recorded', async () => {
  await gate.shut();
  await assert.rejects(runQuery(lab.ctx, { queryName: 'orders_backlog' }), away);
  await gate.reopen();
  const [execution] = lab.ctx.journal.first()?.executions ?? [];
  assert.ok(execution);
  const tooLong = { ...execution, queryName: 'x'.repeat(200) };
  lab.replica.journal.keep({ run: undefined, executions: [tooLong], snapshots: [] });
  lab.replica.journal.keep({ run: undefined, executions: [execution], snapshots: [] });
  assert.deepEqual(await recordKept(lab.replica), { recorded: 1, lost: 1 });
});
