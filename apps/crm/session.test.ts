import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { StaffRole } from '@octo/contracts/crm/permissions.ts';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import { movableClock } from './testing/clock.ts';
import { startReplica } from './testing/replica.ts';
import { clientOf, openSession, type StaffClient, signedInAs } from './testing/sign-in.ts';
import { createTestCrm } from './testing/test-crm.ts';

const clock = movableClock();
const env = { SESSION_IDLE_MINUTES: '30', SESSION_LONGEST_MINUTES: '120' };
const t = await createTestCrm({ env, overrides: { clock } });
const replica = await startReplica(t);
after(async () => {
  await replica[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});
const minuteMs = 60_000;
const page = '/api/admin/audit-logs?limit=1';
const ended = { status: 401, code: 'identity.session_ended' };
const notAllowed = { status: 403, code: 'identity.not_allowed' };

/** The same person at both instances, one after the other. */
async function visits(client: StaffClient) {
  return [await client.get(page), await clientOf(replica.app, client.cookie).get(page)];
}

async function opens(client: StaffClient): Promise<void> {
  for (const answer of await visits(client)) assert.equal(answer.statusCode, 200, answer.payload);
}

async function isRefused(client: StaffClient, problem: { status: number; code: string }): Promise<void> {
  for (const answer of await visits(client)) expectProblem(answer, problem);
}

async function setRole(userId: number, role: StaffRole): Promise<void> {
  await t.owner.updateTable('staffRoles').set({ role }).where('userId', '=', userId).execute();
}

test('a session that nobody uses ends, and says so', async () => {
  const client = await signedInAs(t, 'admin');
  await opens(client);
  clock.pass(29 * minuteMs);
  await opens(client);
  clock.pass(29 * minuteMs);
  await opens(client);
  clock.pass(30 * minuteMs);
  await isRefused(client, ended);
});

test('a session ends at its longest time although it is used', async () => {
  const client = await signedInAs(t, 'admin');
  for (let minutes = 0; minutes < 119; minutes += 17) {
    await opens(client);
    clock.pass(17 * minuteMs);
  }
  clock.pass(minuteMs);
  await isRefused(client, ended);
});

test('a role changed in mid-session holds with the next request, on every instance', async () => {
  const client = await signedInAs(t, 'manager');
  await opens(client);
  await setRole(client.userId, 'viewer');
  await isRefused(client, notAllowed);
  await setRole(client.userId, 'admin');
  await opens(client);
});

test('a role taken away in mid-session ends it: who has none does not work here', async () => {
  const client = await signedInAs(t, 'manager');
  await t.owner.deleteFrom('staffRoles').where('userId', '=', client.userId).execute();
  await isRefused(client, ended);
});

test('somebody kept out in mid-session is out with the next request, and stays so when let in again', async () => {
  const admin = await signedInAs(t, 'admin');
  const client = await signedInAs(t, 'manager');
  const url = `/api/admin/users/${client.userId}`;
  assert.equal((await admin.patch(url, { is_active: false })).statusCode, 200);
  await isRefused(client, ended);
  assert.equal((await admin.patch(url, { is_active: true })).statusCode, 200);
  await isRefused(client, ended);
  const anew = await openSession(t, client.userId);
  assert.equal((await clientOf(replica.app, anew).get(page)).statusCode, 200);
});

test('the cookie of a session that was signed out is useless everywhere', async () => {
  const client = await signedInAs(t, 'admin');
  await opens(client);
  assert.equal((await client.post('/api/auth/logout')).statusCode, 200);
  await isRefused(client, ended);
});

test('signing out everywhere at one instance ends the sessions at every other', async () => {
  const client = await signedInAs(t, 'admin');
  const phone = clientOf(replica.app, await openSession(t, client.userId));
  assert.equal((await phone.get(page)).statusCode, 200);
  const answer = await client.post('/api/auth/logout-everywhere');
  assert.equal(answer.json().sessions, 2);
  await isRefused(client, ended);
  expectProblem(await phone.get(page), ended);
});

test('a session whose hash is all that somebody knows cannot be used', async () => {
  const client = await signedInAs(t, 'admin');
  const row = await t.owner
    .selectFrom('userSessions')
    .where('userId', '=', client.userId)
    .select('id')
    .executeTakeFirstOrThrow();
  const stolen = clientOf(t.app, `octo_crm=${row.id}`);
  expectProblem(await stolen.get(page), { status: 401, code: 'identity.not_signed_in' });
});
