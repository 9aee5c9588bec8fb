import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { applyFault, clearFault, listFaults } from '@octo/contracts/crm/simulation.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { type StaffClient, signedInAs } from '../testing/sign-in.ts';
import { createTestCrm, type TestCrm } from '../testing/test-crm.ts';

const path = '/api/simulation/faults';
const slow = { fault_id: 'slow-statement' };

let t: TestCrm;
let admin: StaffClient;
before(async () => {
  t = await createTestCrm({ env: { CHAOS_ENABLED: 'true' } });
  admin = await signedInAs(t, 'admin');
});
after(() => t[Symbol.asyncDispose]());

async function appliedFaults(): Promise<string[]> {
  const { faults } = expectContract(listFaults, 200, await admin.get(path));
  return faults.filter(({ active }: { active: unknown }) => active !== null).map(({ id }: { id: string }) => id);
}

test('an administrator sees what there is, applies one and clears it', async () => {
  const { faults } = expectContract(listFaults, 200, await admin.get(path));
  assert.ok(faults.length >= 5);
  assert.deepEqual(await appliedFaults(), []);
  const { fault } = expectContract(applyFault, 201, await admin.post(path, { ...slow, for_seconds: 300 }));
  assert.equal(fault.active.applied_by, `user:${admin.userId}`);
  assert.equal(Date.parse(fault.active.expires_at) - Date.parse(fault.active.applied_at), 300_000);
  assert.deepEqual(await appliedFaults(), ['slow-statement']);
  expectProblem(await admin.post(path, slow), { status: 409, code: 'simulation.already_applied' });
  expectContract(clearFault, 200, await admin.delete(`${path}/slow-statement`));
  assert.deepEqual(await appliedFaults(), []);
  expectProblem(await admin.delete(`${path}/slow-statement`), { status: 404, code: 'simulation.not_applied' });
});

test('without a time it lasts two minutes', async () => {
  const { fault } = expectContract(applyFault, 201, await admin.post(path, { fault_id: 'error-burst' }));
  assert.equal(Date.parse(fault.active.expires_at) - Date.parse(fault.active.applied_at), 120_000);
});

const refused: [body: Record<string, unknown>, status: number, code: string, field?: string][] = [
  [{ fault_id: 'nothing-like-it' }, 404, 'simulation.unknown_fault'],
  [{ fault_id: 'Not an id' }, 400, 'http.invalid', 'fault_id'],
  [{}, 400, 'http.invalid', 'fault_id'],
  [{ ...slow, for_seconds: 0 }, 400, 'http.invalid', 'for_seconds'],
  [{ ...slow, for_seconds: 3601 }, 400, 'http.invalid', 'for_seconds'],
];
for (const [body, status, code, field] of refused)
  test(`refuses to apply ${JSON.stringify(body)}`, async () => {
    expectProblem(await admin.post(path, body), { status, code, ...(field === undefined ? {} : { field }) });
  });

test('only an administrator may look, apply and clear', async () => {
  for (const role of ['manager', 'support', 'viewer'] as const) {
    const person = await signedInAs(t, role);
    for (const answer of [await person.get(path), await person.post(path, slow), await person.delete(`${path}/x`)])
      expectProblem(answer, { status: 403, code: 'identity.not_allowed' });
  }
  expectProblem(await t.app.inject({ url: path }), { status: 401, code: 'identity.not_signed_in' });
});

test('where chaos is not enabled there is nothing to apply, and it says so', async () => {
  await using off = await createTestCrm({ database: t.database });
  const cautious = await signedInAs(off, 'admin');
  for (const answer of [
    await cautious.get(path),
    await cautious.post(path, slow),
    await cautious.delete(`${path}/x`),
  ]) {
    expectProblem(answer, { status: 404, code: 'simulation.switched_off' });
    assert.match(answer.json().message, /CHAOS_ENABLED=true/);
  }
});
