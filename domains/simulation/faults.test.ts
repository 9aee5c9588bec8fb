import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { auditTrail } from '../testing/audit-trail.ts';
import { refusal } from '../testing/refusals.ts';
import { createTestContext } from '../testing/test-context.ts';
import { allFaults, applyFault, clearFault, listActiveFaults } from './index.ts';

const t = await createTestContext();
after(() => t[Symbol.asyncDispose]());
const { ctx, crm, owner } = t;
const faultId = 'slow-statement';
const resource = `faults/${faultId}`;

beforeEach(async () => void (await owner.deleteFrom('activeFaults').execute()));

function later(seconds: number) {
  const now = new Date(crm.clock.now().getTime() + seconds * 1000);
  return { ...crm, clock: { now: () => now } };
}

async function applied(context: Parameters<typeof listActiveFaults>[0] = ctx): Promise<string[]> {
  return (await listActiveFaults(context)).map(({ fault }) => fault.id);
}

test('what the CRM applies the shop hears of, until its time is over', async () => {
  const active = await applyFault(crm, { faultId, forSeconds: 60 });
  assert.deepEqual(await listActiveFaults(ctx), [active]);
  assert.deepEqual(
    [active.fault.id, active.appliedBy, active.traceId, active.expiresAt.getTime() - active.appliedAt.getTime()],
    [faultId, crm.actor.id, crm.traceId, 60_000],
  );
  assert.deepEqual(await applied(later(59)), [faultId]);
  assert.deepEqual(await applied(later(60)), []);
});

test('one is applied once; when its time is over it may be applied again', async () => {
  await applyFault(crm, { faultId, forSeconds: 60 });
  await assert.rejects(applyFault(crm, { faultId, forSeconds: 60 }), refusal('Conflict', 'simulation.already_applied'));
  await applyFault(later(1), { faultId: 'error-burst', forSeconds: 10 });
  assert.deepEqual(await applied(), [faultId, 'error-burst']);
  await applyFault(later(60), { faultId, forSeconds: 60 });
  assert.deepEqual(await applied(later(61)), [faultId]);
});

test('of two who apply it at once one is told that it is applied already', async () => {
  const outcomes = await Promise.allSettled([1, 2].map(() => applyFault(crm, { faultId, forSeconds: 60 })));
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  assert.deepEqual(await applied(), [faultId]);
});

test('what is cleared is over at once, and cannot be cleared twice', async () => {
  await applyFault(crm, { faultId, forSeconds: 60 });
  await clearFault(crm, { faultId });
  assert.deepEqual(await applied(), []);
  const notApplied = refusal('NotFound', 'simulation.not_applied');
  await assert.rejects(clearFault(crm, { faultId }), notApplied);
  await applyFault(crm, { faultId, forSeconds: 60 });
  await assert.rejects(clearFault(later(60), { faultId }), notApplied);
});

test('the audit says who applied and who cleared it', async () => {
  await owner.deleteFrom('auditLogs').execute();
  const { expiresAt } = await applyFault(crm, { faultId, forSeconds: 60 });
  await clearFault(crm, { faultId });
  const told = { target: 'shop', expires_at: expiresAt.toISOString() };
  const by = { actor: crm.actor.id, traceId: crm.traceId };
  assert.deepEqual(await auditTrail(owner, resource), [
    { action: 'simulation.apply', ...by, before: null, after: told },
    { action: 'simulation.clear', ...by, before: told, after: null },
  ]);
});

test('only a fault that there is, for an hour at most', async () => {
  await assert.rejects(
    applyFault(crm, { faultId: 'toString', forSeconds: 60 }),
    refusal('NotFound', 'simulation.unknown_fault'),
  );
  for (const forSeconds of [0, -1, 3601])
    await assert.rejects(
      applyFault(crm, { faultId, forSeconds }),
      refusal('Invalid', 'simulation.duration', 'for_seconds'),
    );
  await applyFault(crm, { faultId, forSeconds: 3600 });
});

test('none is without an end within the hour, whatever its row says, and the shop applies and clears nothing', async () => {
  const row = { id: faultId, target: 'shop', appliedBy: 'me', appliedAt: crm.clock.now(), traceId: null };
  const write = (expiresAt: Date) =>
    owner
      .insertInto('activeFaults')
      .values({ ...row, expiresAt })
      .execute();
  await assert.rejects(write(row.appliedAt), /active_faults_expires_at_ck/);
  await write(later(36_000).clock.now());
  assert.deepEqual((await listActiveFaults(ctx))[0]?.expiresAt, later(3600).clock.now());
  assert.deepEqual(await applied(later(3600)), []);
  await owner.deleteFrom('activeFaults').execute();
  await assert.rejects(applyFault(ctx, { faultId, forSeconds: 60 }));
  await applyFault(crm, { faultId, forSeconds: 60 });
  await assert.rejects(clearFault(ctx, { faultId }));
});

test('what another release has applied and this one does not know has no effect in this one', async () => {
  const appliedAt = crm.clock.now();
  const row = { id: 'solar-flare', target: 'shop', appliedBy: 'me', appliedAt, traceId: null };
  await owner
    .insertInto('activeFaults')
    .values({ ...row, expiresAt: later(60).clock.now() })
    .execute();
  assert.deepEqual(await applied(), []);
});

test('every fault has an id of its own, and says what has to be seen of it and what is over afterwards', () => {
  assert.equal(new Set(allFaults.map(({ id }) => id)).size, allFaults.length);
  for (const { id, contract } of allFaults) {
    const { expect, never, clears } = contract;
    assert.ok(expect.some(({ kind }) => kind === 'alarm') && clears.some(({ kind }) => kind === 'alarm'), id);
    for (const signal of clears)
      assert.ok(
        expect.some((one) => JSON.stringify(one) === JSON.stringify(signal)),
        id,
      );
    for (const signal of never) assert.ok(!expect.some((one) => JSON.stringify(one) === JSON.stringify(signal)), id);
  }
});
