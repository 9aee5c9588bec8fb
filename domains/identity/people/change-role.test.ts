import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { refusal } from '../../testing/refusals.ts';
import { changeRole } from '../index.ts';
import { actingAs, openStaffRoom, somebodyWaits } from '../testing/staff-room.ts';

const room = await openStaffRoom();
after(() => room[Symbol.asyncDispose]());
const { owner } = room;
const adaId = await room.addPerson({ username: 'ada', role: 'admin' });
const graceId = await room.addPerson({ username: 'grace' });
const ada = actingAs(room.crm, adaId);
const grace = actingAs(room.crm, graceId);

async function roleOf(userId: number) {
  return await owner.selectFrom('staffRoles').where('userId', '=', userId).selectAll().executeTakeFirst();
}

beforeEach(async () => {
  await owner.deleteFrom('auditLogs').execute();
  await owner.deleteFrom('staffRoles').where('userId', '=', graceId).execute();
});

test('a role is given, changed and taken away, each with who did it', async () => {
  for (const role of ['viewer', 'support', null] as const) {
    const changed = await changeRole(ada, { userId: graceId, role });
    assert.equal(changed.role, role);
    const kept = await roleOf(graceId);
    assert.equal(kept?.role ?? null, role);
    if (kept) assert.deepEqual([kept.grantedBy, kept.grantedAt], [`user:${adaId}`, ada.clock.now()]);
  }
  const audits = await owner
    .selectFrom('auditLogs')
    .orderBy('id')
    .select(['userId', 'actionName', 'resourceName', 'oldValue', 'newValue'])
    .execute();
  const entry = { userId: adaId, actionName: 'users.change_role', resourceName: `users/${graceId}` };
  assert.deepEqual(audits, [
    { ...entry, oldValue: '{"role":null}', newValue: '{"role":"viewer"}' },
    { ...entry, oldValue: '{"role":"viewer"}', newValue: '{"role":"support"}' },
    { ...entry, oldValue: '{"role":"support"}', newValue: '{"role":null}' },
  ]);
});

test('the role that somebody has, given again, is no change', async () => {
  await changeRole(ada, { userId: graceId, role: 'viewer' });
  await owner.deleteFrom('auditLogs').execute();
  assert.equal((await changeRole(ada, { userId: graceId, role: 'viewer' })).role, 'viewer');
  await changeRole(ada, { userId: graceId, role: null });
  await changeRole(ada, { userId: graceId, role: null });
  assert.equal((await owner.selectFrom('auditLogs').selectAll().execute()).length, 1);
});

test('nobody changes their own role', async () => {
  for (const role of ['manager', 'admin', null] as const)
    await assert.rejects(changeRole(ada, { userId: adaId, role }), refusal('Conflict', 'identity.own_role'));
  assert.equal((await roleOf(adaId))?.role, 'admin');
});

test('somebody whom there is not has no role', async () => {
  const nobody = changeRole(ada, { userId: 999, role: 'viewer' });
  await assert.rejects(nobody, refusal('NotFound', 'identity.user_not_found', 'id'));
});

test('the last administrator who can sign in keeps the role', async () => {
  const last = refusal('Conflict', 'identity.last_admin');
  await assert.rejects(changeRole(grace, { userId: adaId, role: 'manager' }), last);
  await assert.rejects(changeRole(grace, { userId: adaId, role: null }), last);
  const goneId = await room.addPerson({ role: 'admin', isActive: false });
  await assert.rejects(changeRole(grace, { userId: adaId, role: null }), last, 'who may not sign in does not count');
  await changeRole(ada, { userId: goneId, role: null });
  assert.deepEqual((await roleOf(adaId))?.role, 'admin');
});

test('two administrators who take the role from each other at once: one succeeds', async () => {
  for (let round = 0; round < 5; round += 1) {
    await owner.deleteFrom('staffRoles').execute();
    for (const userId of [adaId, graceId]) {
      const granted = { userId, role: 'admin' as const, grantedBy: 'test', grantedAt: ada.clock.now() };
      await owner.insertInto('staffRoles').values(granted).execute();
    }
    const both = await Promise.allSettled([
      changeRole(ada, { userId: graceId, role: null }),
      changeRole(grace, { userId: adaId, role: 'viewer' }),
    ]);
    const refused = both.filter((change) => change.status === 'rejected').map(({ reason }) => reason);
    assert.equal(refused.length, 1);
    assert.ok(refused.every(refusal('Conflict', 'identity.last_admin')), String(refused));
    const admins = await owner.selectFrom('staffRoles').where('role', '=', 'admin').selectAll().execute();
    assert.equal(admins.length, 1);
  }
});

test('whoever takes an administrator away waits for one who is at it, and looks again afterwards', async () => {
  await owner.deleteFrom('staffRoles').execute();
  for (const userId of [adaId, graceId]) {
    const granted = { userId, role: 'admin' as const, grantedBy: 'test', grantedAt: ada.clock.now() };
    await owner.insertInto('staffRoles').values(granted).execute();
  }
  const { waiting } = await owner.transaction().execute(async (other) => {
    await other.deleteFrom('staffRoles').where('userId', '=', graceId).execute();
    const outcome = changeRole(grace, { userId: adaId, role: null }).catch((error: unknown) => error);
    await somebodyWaits(owner, outcome);
    return { waiting: outcome };
  });
  assert.ok(refusal('Conflict', 'identity.last_admin')(await waiting));
});

test('two who give the same person a role at once do not fail', async () => {
  await owner.deleteFrom('staffRoles').where('userId', '=', graceId).execute();
  await Promise.all([
    changeRole(ada, { userId: graceId, role: 'viewer' }),
    changeRole(ada, { userId: graceId, role: 'support' }),
    changeRole(ada, { userId: graceId, role: 'manager' }),
  ]);
  assert.ok(await roleOf(graceId));
});
