import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { later } from '../testing/orders.ts';
import { refusal } from '../testing/refusals.ts';
import { endSessions, findSession, signIn, signOut } from './index.ts';
import { actingAs, limits, minuteMs, openStaffRoom, password } from './testing/staff-room.ts';

const room = await openStaffRoom();
after(() => room[Symbol.asyncDispose]());
const { crm, owner } = room;
const adaId = await room.addPerson({ username: 'ada', role: 'admin' });
const graceId = await room.addPerson({ username: 'grace', role: 'viewer' });

const enter = async (username: string) => (await signIn(crm, { username, password, address: '::1', limits })).token;
const isOpen = async (token: string) => (await findSession(crm, { token, limits })) !== undefined;

function audits() {
  return owner
    .selectFrom('auditLogs')
    .where('actionName', '<>', 'users.sign_in')
    .select(['actor', 'userId', 'actionName', 'resourceName', 'oldValue', 'newValue'])
    .execute();
}

beforeEach(async () => {
  await owner.deleteFrom('auditLogs').execute();
  await owner.deleteFrom('userSessions').execute();
});

test('signing out ends this session for good, no other, and is audited once', async () => {
  const [mine, another] = [await enter('ada'), await enter('ada')];
  await signOut(crm, { token: mine });
  assert.deepEqual([await isOpen(mine), await isOpen(another)], [false, true]);
  await signOut(later(crm, minuteMs), { token: mine });
  const ended = await owner.selectFrom('userSessions').where('endedAt', 'is not', null).selectAll().execute();
  assert.deepEqual(
    ended.map(({ endedAt }) => endedAt),
    [crm.clock.now()],
    'the second time changes nothing',
  );
  assert.deepEqual(await audits(), [
    {
      actor: `user:${adaId}`,
      userId: adaId,
      actionName: 'users.sign_out',
      resourceName: `users/${adaId}`,
      oldValue: null,
      newValue: null,
    },
  ]);
});

test('signing out of nothing is no failure', async () => {
  await signOut(crm, { token: 'A'.repeat(43) });
  assert.deepEqual(await audits(), []);
});

test('signing out everywhere ends every open session of this person and says how many there were', async () => {
  const mine = [await enter('grace'), await enter('grace'), await enter('grace')];
  const other = await enter('ada');
  const [first = ''] = mine;
  await signOut(crm, { token: first });
  await owner.deleteFrom('auditLogs').execute();
  assert.equal(await endSessions(actingAs(crm, adaId), { userId: graceId }), 2);
  for (const token of mine) assert.equal(await isOpen(token), false);
  assert.equal(await isOpen(other), true);
  assert.equal(await endSessions(actingAs(crm, adaId), { userId: graceId }), 0);
  assert.deepEqual(await audits(), [
    {
      actor: `user:${adaId}`,
      userId: adaId,
      actionName: 'users.sign_out_everywhere',
      resourceName: `users/${graceId}`,
      oldValue: '{"open_sessions":2}',
      newValue: '{"open_sessions":0}',
    },
  ]);
});

test('sessions that the shop made are the shop’s to end', async () => {
  const token = await enter('grace');
  await owner.updateTable('userSessions').set({ service: 'shop' }).execute();
  assert.equal(await endSessions(crm, { userId: graceId }), 0);
  await signOut(crm, { token });
  const [kept] = await owner.selectFrom('userSessions').select('endedAt').execute();
  assert.equal(kept?.endedAt, null);
});

test('nobody has sessions whom there is not', async () => {
  await assert.rejects(endSessions(crm, { userId: 999 }), refusal('NotFound', 'identity.user_not_found', 'id'));
});

test('signing out and signing out everywhere at once end each session once', async () => {
  const tokens: string[] = [];
  while (tokens.length < 8) tokens.push(await enter('grace'));
  const [counts] = await Promise.all([
    Promise.all([endSessions(crm, { userId: graceId }), endSessions(crm, { userId: graceId })]),
    ...tokens.map((token) => signOut(crm, { token })),
  ]);
  const byThemselves = (await audits()).filter(({ actionName }) => actionName === 'users.sign_out');
  assert.equal(counts[0] + counts[1] + byThemselves.length, tokens.length);
  for (const token of tokens) assert.equal(await isOpen(token), false);
});
