import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { refusal } from '../../testing/refusals.ts';
import { changeUser, findSession, signIn } from '../index.ts';
import { actingAs, limits, openStaffRoom, password } from '../testing/staff-room.ts';

const room = await openStaffRoom();
after(() => room[Symbol.asyncDispose]());
const { crm, owner } = room;
const adaId = await room.addPerson({ username: 'ada', role: 'admin' });
const graceId = await room.addPerson({ username: 'grace', role: 'viewer' });
const ada = actingAs(crm, adaId);
const grace = actingAs(crm, graceId);
const enter = () => signIn(crm, { username: 'grace', password, address: '::1', limits });

test('who is kept out loses every session and cannot sign in; who is let in again can, but starts anew', async () => {
  const tokens = [(await enter()).token, (await enter()).token];
  await owner.deleteFrom('auditLogs').execute();
  const shut = await changeUser(ada, { userId: graceId, isActive: false });
  assert.deepEqual([shut.isActive, shut.openSessions, shut.role], [false, 0, 'viewer']);
  await assert.rejects(enter(), refusal('Unauthorized', 'identity.wrong_credentials'));

  const open = await changeUser(ada, { userId: graceId, isActive: true });
  assert.deepEqual([open.isActive, open.openSessions], [true, 0]);
  for (const token of tokens) assert.equal(await findSession(crm, { token, limits }), undefined);
  await changeUser(ada, { userId: graceId, isActive: true });

  const audits = await owner
    .selectFrom('auditLogs')
    .where('resourceName', '=', `users/${graceId}`)
    .orderBy('id')
    .select(['userId', 'actionName', 'oldValue', 'newValue'])
    .execute();
  assert.deepEqual(audits, [
    { userId: adaId, actionName: 'users.update', oldValue: '{"is_active":true}', newValue: '{"is_active":false}' },
    {
      userId: adaId,
      actionName: 'users.sign_out_everywhere',
      oldValue: '{"open_sessions":2}',
      newValue: '{"open_sessions":0}',
    },
    { userId: adaId, actionName: 'users.update', oldValue: '{"is_active":false}', newValue: '{"is_active":true}' },
  ]);
  await enter();
});

test('nobody keeps out themselves, nor the last administrator, nor somebody whom there is not', async () => {
  const own = refusal('Conflict', 'identity.own_account');
  await assert.rejects(changeUser(ada, { userId: adaId, isActive: false }), own);
  const last = refusal('Conflict', 'identity.last_admin');
  await assert.rejects(changeUser(grace, { userId: adaId, isActive: false }), last);
  const nobody = refusal('NotFound', 'identity.user_not_found', 'id');
  await assert.rejects(changeUser(ada, { userId: 999, isActive: false }), nobody);
  const kept = await owner.selectFrom('users').where('id', '=', adaId).select('isActive').executeTakeFirst();
  assert.equal(kept?.isActive, true);
});

test('two administrators who keep each other out at once: one succeeds', async () => {
  const [one, other] = [await room.addPerson({ role: 'admin' }), await room.addPerson({ role: 'admin' })];
  await owner.updateTable('users').set({ isActive: false }).where('id', '=', adaId).execute();
  const both = await Promise.allSettled([
    changeUser(actingAs(crm, one), { userId: other, isActive: false }),
    changeUser(actingAs(crm, other), { userId: one, isActive: false }),
  ]);
  const refused = both.filter((change) => change.status === 'rejected').map(({ reason }) => reason);
  assert.equal(refused.length, 1);
  assert.ok(refused.every(refusal('Conflict', 'identity.last_admin')), String(refused));
});
