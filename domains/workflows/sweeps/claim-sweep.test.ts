import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openTestLab, type TestLab } from '../testing/test-lab.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';
import { claimSweep } from './claim-sweep.ts';
import type { Claim, ClaimedSweep } from './claimed-sweep.ts';
import { leaseEnd } from './lease.ts';
import { runSweep } from './run-sweep.ts';

const periodMs = 90_000;
let lab: TestLab;
before(async () => {
  lab = await openTestLab();
});
beforeEach(async () => {
  await lab.owner.deleteFrom('workflowRuns').execute();
});
after(() => lab[Symbol.asyncDispose]());

function claim(ctx: WorkflowsCtx, scheduleMode: 'scheduled' | 'manual' = 'scheduled'): Promise<Claim> {
  return claimSweep(ctx, { scheduleMode });
}

function claimedOf(claim: Claim): ClaimedSweep {
  assert.ok(typeof claim === 'object', String(claim));
  return claim;
}

const nothing = {
  runQuery: () => Promise.reject(new Error('not in this test')),
  probeComponent: () => Promise.reject(new Error('not in this test')),
};

/** A sweep without queries and components. */
async function finish(ctx: WorkflowsCtx, claim: Claim) {
  const idle = { ...nothing, runQuery: () => Promise.resolve(Object.create(null)) };
  await runSweep(ctx, claimedOf(claim), idle);
}

function runs() {
  return lab.owner.selectFrom('workflowRuns').selectAll().orderBy('startedAt').orderBy('id').execute();
}

test('of many replicas that come at once one makes the sweep', async () => {
  const claims = await Promise.all(Array.from({ length: 8 }, (_, index) => claim(index % 2 ? lab.ctx : lab.replica)));
  assert.equal(claims.filter((one) => typeof one === 'object').length, 1);
  assert.equal(claims.filter((one) => one === 'done').length, 7);
  const [run, ...others] = await runs();
  assert.deepEqual([run?.status, run?.scheduleMode, run?.completedAt, others], ['running', 'scheduled', null, []]);
  assert.deepEqual(run?.startedAt, lab.clock.now());
});

test('a period has one sweep, however often it is asked for, and the next has the next', async () => {
  await finish(lab.ctx, await claim(lab.ctx));
  assert.equal(await claim(lab.ctx), 'done');
  assert.equal(await claim(lab.replica), 'done');
  lab.clock.pass(periodMs);
  await finish(lab.replica, await claim(lab.replica));
  assert.equal(await claim(lab.ctx), 'done');
  assert.equal((await runs()).length, 2);
});

test('a sweep of the period before keeps the next one waiting, and is not closed while its replica lives', async () => {
  const first = claimedOf(await claim(lab.ctx));
  lab.clock.pass(periodMs);
  const leaseUntil = leaseEnd(lab.ctx);
  await lab.owner
    .updateTable('workflowRuns')
    .set({ leaseUntil })
    .where('id', '=', first.runId ?? 0)
    .execute();
  assert.equal(await claim(lab.replica), 'busy');
  await finish(lab.ctx, first);
  await finish(lab.replica, await claim(lab.replica));
  assert.deepEqual(
    (await runs()).map(({ status }) => status),
    ['success', 'success'],
  );
});

test('the sweep of a replica that died is closed as an error by the next one', async () => {
  claimedOf(await claim(lab.ctx));
  lab.clock.pass(periodMs);
  await finish(lab.replica, await claim(lab.replica));
  const [dead, next] = await runs();
  assert.deepEqual([dead?.status, next?.status], ['error', 'success']);
  assert.equal(dead?.resultSummary, 'The replica that made this sweep stopped in the middle of it.');
  assert.deepEqual([dead?.completedAt, dead?.durationMs], [lab.clock.now(), null]);
  assert.deepEqual([dead?.runningKey, dead?.leaseOwner], [null, null]);
});

test('a sweep that was taken for dead ends there, and changes nothing of how it was closed', async () => {
  const first = claimedOf(await claim(lab.ctx));
  lab.clock.pass(periodMs);
  await finish(lab.replica, await claim(lab.replica));
  await assert.rejects(finish(lab.ctx, first), { kind: 'Conflict', code: 'workflows.sweep_lost' });
  const [lost] = await runs();
  assert.equal(lost?.resultSummary, 'The replica that made this sweep stopped in the middle of it.');
});

test('who asks for a sweep gets one beside that of the period, but none beside one that runs', async () => {
  await finish(lab.ctx, await claim(lab.ctx));
  const asked = await claim(lab.ctx, 'manual');
  assert.equal(await claim(lab.replica, 'manual'), 'busy');
  await finish(lab.ctx, asked);
  await finish(lab.replica, await claim(lab.replica, 'manual'));
  assert.deepEqual((await runs()).map(({ scheduleMode }) => scheduleMode).sort(), ['manual', 'manual', 'scheduled']);
});
