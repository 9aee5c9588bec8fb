import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { abandonSweep, getActivity, getRun, probeComponent, runQuery, runSweep } from '../index.ts';
import { openTestLab, type TestLab, testTraceId } from '../testing/test-lab.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';
import { claimSweep } from './claim-sweep.ts';
import type { Claim } from './claimed-sweep.ts';
import type { Component } from './component.ts';

let lab: TestLab;
before(async () => {
  lab = await openTestLab({ seed: true });
});
beforeEach(() => lab.clock.pass(90_000));
after(() => lab[Symbol.asyncDispose]());

const well: Component = { name: 'well', type: 'part', probe: async () => ({ status: 'healthy', details: 'Fine.' }) };
const weak: Component = { name: 'weak', type: 'part', probe: async () => ({ status: 'degraded', details: 'Slow.' }) };
const absent: Component = { name: 'absent', type: 'part', probe: undefined };
const gone: Component = { name: 'gone', type: 'part', probe: () => Promise.reject(new Error('secret@example.com')) };

function sweepOf(components: readonly Component[], isFaultyQueryRun = false): WorkflowsCtx {
  return { ...lab.ctx, sweep: { ...lab.ctx.sweep, components, isFaultyQueryRun } };
}

async function sweep(ctx: WorkflowsCtx) {
  const claim = await claimSweep(ctx, { scheduleMode: 'scheduled' });
  assert.ok(typeof claim === 'object', String(claim));
  const { id = 0 } = await runSweep(ctx, claim);
  return await getRun(ctx, { runId: id });
}

test('runs its queries, asks every component and records all of it together', async () => {
  const { executions, snapshots, ...run } = await sweep(sweepOf([well, weak, absent]));
  assert.deepEqual(
    executions.map(({ queryName, status, workflowRunId, scheduleMode }) => [
      queryName,
      status,
      workflowRunId,
      scheduleMode,
    ]),
    ['orders_backlog', 'inventory_watch', 'crm_customer_mix'].map((name) => [name, 'success', run.id, 'scheduled']),
  );
  assert.deepEqual(
    snapshots.map(({ componentName, status, workflowRunId }) => [componentName, status, workflowRunId]),
    [
      ['well', 'healthy', run.id],
      ['weak', 'degraded', run.id],
      ['absent', 'unknown', run.id],
    ],
  );
  assert.deepEqual([run.status, run.traceId, run.startedAt], ['success', testTraceId, lab.clock.now()]);
  assert.equal(run.resultSummary, 'Ran 3 queries; components: 1 healthy, 1 degraded, 1 unknown.');
  assert.ok(Number(run.durationMs) > 0);
});

test('how long a component took to answer is measured; one that nobody asked has no time', async () => {
  const { snapshots } = await sweep(sweepOf([well, absent]));
  const [answered, unknown] = snapshots;
  assert.ok(Number(answered?.latencyMs) >= 0 && answered?.latencyMs !== null);
  assert.equal(unknown?.latencyMs, null);
});

test('a component that is down makes the sweep an error, and its own words stay out of it', async () => {
  const run = await sweep(sweepOf([well, gone]));
  assert.equal(run.status, 'error');
  const words = 'gone is down: It cannot be reached. Ran 3 queries; components: 1 healthy, 1 down.';
  assert.equal(run.resultSummary, words);
});

test('a query that is meant to fail does not make the sweep an error', async () => {
  const run = await sweep(sweepOf([well], true));
  assert.equal(run.status, 'success');
  const [last] = run.executions.slice(-1);
  assert.deepEqual([last?.queryName, last?.status, last?.expectedFailure], ['broken_orders_probe', 'error', true]);
});

test('a query that fails unasked makes it an error, which is told until a sweep goes well', async () => {
  await lab.owner.schema.dropView('query_order_acceptances').execute();
  const failed = await sweep(sweepOf([well]));
  assert.equal(failed.status, 'error');
  assert.match(failed.resultSummary ?? '', /^crm_customer_mix: The database refused this query: .* \(42P01\)\. Ran 3/);
  const { scheduler } = await getActivity(sweepOf([well]));
  assert.deepEqual([scheduler.lastStatus, scheduler.lastError], ['error', failed.resultSummary]);

  await lab.owner.schema
    .createView('query_order_acceptances')
    .as(lab.owner.selectFrom('orderAcceptances').select(['orderId', 'decision', 'createdAt']))
    .execute();
  await sql`grant select on query_order_acceptances to octo_query, octo_gateway`.execute(lab.owner);
  lab.clock.pass(90_000);
  await sweep(sweepOf([well]));
  const after = await getActivity(sweepOf([well]));
  assert.deepEqual([after.scheduler.lastStatus, after.scheduler.lastError], ['success', null]);
});

test('a sweep that another replica closed while its last component answered is told to be lost, and what it found is kept', async () => {
  let next: Claim | undefined;
  const closing: Component = {
    name: 'slow',
    type: 'part',
    probe: async () => {
      lab.clock.pass(lab.ctx.lab.timeoutMs + 60_000);
      next = await claimSweep(lab.replica, { scheduleMode: 'manual' });
      return { status: 'healthy', details: 'At last.' };
    },
  };
  const ctx = sweepOf([closing]);
  const claim = await claimSweep(ctx, { scheduleMode: 'manual' });
  assert.ok(typeof claim === 'object', String(claim));
  await assert.rejects(runSweep(ctx, claim), { kind: 'Conflict', code: 'workflows.sweep_lost' });
  const run = await getRun(ctx, { runId: claim.runId ?? 0 });
  assert.equal(run.status, 'error');
  assert.match(run.resultSummary ?? '', /stopped in the middle/);
  assert.equal(run.snapshots.length, 1);
  assert.ok(typeof next === 'object', String(next));
  await abandonSweep(lab.replica, next);
});

test('its steps can be called by themselves', async () => {
  assert.equal((await probeComponent(lab.ctx, weak)).status, 'degraded');
  assert.equal((await runQuery(lab.ctx, { queryName: 'orders_backlog' })).status, 'success');
});
