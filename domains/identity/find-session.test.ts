import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { later } from '../testing/orders.ts';
import { findSession, signIn } from './index.ts';
import { sessionIdOf } from './session.ts';
import { limits, minuteMs, openStaffRoom, password } from './testing/staff-room.ts';

const room = await openStaffRoom();
after(() => room[Symbol.asyncDispose]());
const { crm, owner } = room;
let people = 0;

async function signedIn(sessionLimits = limits) {
  people += 1;
  const username = `clerk-${people}`;
  const userId = await room.addPerson({ username, role: 'manager' });
  const { token } = await signIn(crm, { username, password, address: '::1', limits: sessionLimits });
  const look = (minutes: number) => findSession(later(crm, minutes * minuteMs), { token, limits: sessionLimits });
  return { userId, token, look };
}

test('a session that is used stays open up to its longest time, one that is not ends', async () => {
  const { look } = await signedIn();
  for (let minutes = 50; minutes < 8 * 60; minutes += 50) assert.ok(await look(minutes), `${minutes} minutes`);
  assert.ok(await look(8 * 60 - 1));
  assert.equal(await look(8 * 60), undefined, 'used or not');
  const unused = await signedIn();
  assert.ok(await unused.look(60 - 0.001));
  const idle = await signedIn();
  assert.equal(await idle.look(60), undefined);
});

test('the person is told when the session ends if it is not used', async () => {
  const { look } = await signedIn();
  const now = crm.clock.now().getTime();
  assert.equal((await look(10))?.expiresAt.getTime(), now + 70 * minuteMs);
  for (const minutes of [60, 110, 160, 210, 260, 310, 360, 410]) await look(minutes);
  assert.equal((await look(450))?.expiresAt.getTime(), now + 8 * 60 * minuteMs);
});

test('its use is written down once a minute, and often enough for a session that may hardly be idle', async () => {
  const { token, look } = await signedIn();
  const seen = async () => {
    const row = await owner
      .selectFrom('userSessions')
      .where('id', '=', sessionIdOf(token))
      .select('lastSeenAt')
      .executeTakeFirstOrThrow();
    return (row.lastSeenAt.getTime() - crm.clock.now().getTime()) / minuteMs;
  };
  for (const [minutes, expected] of [
    [0.5, 0],
    [0.99, 0],
    [1, 1],
    [1.5, 1],
    [2, 2],
  ] as const) {
    await look(minutes);
    assert.equal(await seen(), expected);
  }
  const hasty = await signedIn({ idleMs: minuteMs, longestMs: 60 * minuteMs });
  for (let minutes = 0.9; minutes < 5; minutes += 0.9) assert.ok(await hasty.look(minutes), `${minutes} minutes`);
});

test('the role is the one of this moment', async () => {
  const { userId, look } = await signedIn();
  assert.equal((await look(0))?.permissions.has('stock.manage'), true);
  await owner.updateTable('staffRoles').set({ role: 'viewer' }).where('userId', '=', userId).execute();
  const demoted = await look(0);
  assert.equal(demoted?.role, 'viewer');
  assert.equal(demoted.permissions.has('stock.manage'), false);
  await owner.updateTable('staffRoles').set({ role: 'chaos_operator' }).where('userId', '=', userId).execute();
  assert.deepEqual((await look(0))?.permissions, new Set(), 'a role that is not in the table may do nothing');
  await owner.deleteFrom('staffRoles').where('userId', '=', userId).execute();
  assert.equal(await look(0), undefined, 'who has none does not work here');
});

test('somebody who is not let in any more has no session', async () => {
  const { userId, look } = await signedIn();
  await owner.updateTable('users').set({ isActive: false }).where('id', '=', userId).execute();
  assert.equal(await look(0), undefined);
});

test('a token opens its own session of the CRM and nothing else', async () => {
  const { token, look } = await signedIn();
  const find = (other: string) => findSession(crm, { token: other, limits });
  for (const other of ['', 'A'.repeat(43), token.slice(1), `${token} `, sessionIdOf(token), "' or 1=1 --"])
    assert.equal(await find(other), undefined, other);
  assert.ok(await look(0));
  await owner.updateTable('userSessions').set({ service: 'shop' }).where('id', '=', sessionIdOf(token)).execute();
  assert.equal(await look(0), undefined, 'a session of the shop is none here');
});
