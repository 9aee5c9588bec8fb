import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import { makeGate } from '@octo/platform/testing/gate.ts';
import { addAccount, logIn } from './testing/password-account.ts';
import { signedInAs } from './testing/sign-in.ts';
import { createTestCrm } from './testing/test-crm.ts';

const gate = await makeGate();
const t = await createTestCrm({ reach: gate.lead });
after(async () => {
  await t[Symbol.asyncDispose]();
  await gate[Symbol.asyncDispose]();
});
const { app } = t;
const away = { status: 503, code: 'database.unavailable' };

test('without its database the CRM takes nobody for signed out, lives on, and recovers by itself', async () => {
  const client = await signedInAs(t, 'admin');
  const { username } = await addAccount(t, 'viewer');
  assert.equal((await client.get('/api/admin/users')).statusCode, 200);
  await gate.shut();
  const answers = [
    await client.get('/api/auth/session'),
    await client.get('/api/admin/users'),
    await client.get('/api/version'),
    await client.patch(`/api/admin/users/${client.userId}`, { is_active: false }),
    await client.post('/api/auth/logout'),
    await client.post('/api/auth/logout-everywhere'),
    await logIn(app, { username }),
  ];
  for (const answer of answers) {
    expectProblem(answer, away);
    assert.ok(Number(answer.headers['retry-after']) > 0);
    assert.equal(answer.headers['set-cookie'], undefined, 'the cookie is kept: the session may be as good as ever');
  }
  assert.equal((await app.inject('/ready')).statusCode, 503);
  assert.equal((await app.inject('/health')).statusCode, 200);
  const stranger = await app.inject('/api/admin/users');
  expectProblem(stranger, { status: 401, code: 'identity.not_signed_in' });

  await gate.reopen();
  assert.equal((await app.inject('/ready')).statusCode, 200);
  assert.equal((await client.get('/api/auth/session')).json().authenticated, true);
  assert.equal((await logIn(app, { username })).statusCode, 200, 'attempts that nobody could judge lock nobody out');
});

test('requests at the moment of the cut are answered too, and none of them as signed out', async () => {
  const client = await signedInAs(t, 'admin');
  const requests = Array.from({ length: 40 }, () => client.get('/api/admin/users?limit=1'));
  await gate.shut();
  const statuses = new Set((await Promise.all(requests)).map(({ statusCode }) => statusCode));
  assert.ok(statuses.isSubsetOf(new Set([200, 503])), [...statuses].join());
  await gate.reopen();
  assert.equal((await client.get('/api/admin/users')).statusCode, 200);
});
