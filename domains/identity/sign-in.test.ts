import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, beforeEach, test } from 'node:test';
import { watchPasswordWork } from '@octo/platform/testing/password-work.ts';
import { refusal } from '../testing/refusals.ts';
import { findSession, signIn } from './index.ts';
import { hashCheaply, limits, openStaffRoom, password, somebodyWaits } from './testing/staff-room.ts';

const room = await openStaffRoom();
after(() => room[Symbol.asyncDispose]());
const { crm, owner } = room;
const adaId = await room.addPerson({ username: 'Ada', email: 'Ada.L@octo.test', role: 'manager' });
const address = '198.51.100.7';
const wrong = refusal('Unauthorized', 'identity.wrong_credentials');
const enter = (username: string, typed = password) => signIn(crm, { username, password: typed, address, limits });

beforeEach(() => owner.deleteFrom('signInAttempts').execute());

test('a member of staff signs in by username or e-mail, in any case', async () => {
  for (const name of ['Ada', 'ada', 'ADA', ' ada ', 'ada.l@octo.test', 'ADA.L@OCTO.TEST']) {
    const { token, session } = await enter(name);
    assert.equal(session.userId, adaId, name);
    assert.equal(session.username, 'Ada');
    assert.equal(session.role, 'manager');
    assert.ok(session.permissions.has('orders.manage') && !session.permissions.has('users.manage'));
    assert.deepEqual(await findSession(crm, { token, limits }), session);
  }
});

test('the secret is 32 random bytes, and the database keeps its hash alone', async () => {
  const first = await enter('ada');
  const second = await enter('ada');
  assert.notEqual(first.token, second.token);
  assert.match(first.token, /^[A-Za-z0-9_-]{43}$/);
  const id = createHash('sha256').update(first.token).digest('hex');
  const kept = await owner.selectFrom('userSessions').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
  const now = crm.clock.now();
  assert.deepEqual(kept, {
    id,
    userId: adaId,
    service: 'crm',
    authMethod: 'password',
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + limits.idleMs),
    endedAt: null,
  });
});

test('a session never outlives its longest time, even when it may be idle for longer', async () => {
  const short = { idleMs: 10_000, longestMs: 4_000 };
  const { session } = await signIn(crm, { username: 'ada', password, address, limits: short });
  assert.equal(session.expiresAt.getTime(), crm.clock.now().getTime() + short.longestMs);
});

test('signing in is remembered and audited with who, from where and in which trace', async () => {
  await owner.deleteFrom('auditLogs').execute();
  await owner.updateTable('users').set({ lastLoginAt: null }).execute();
  const actor = { ...crm.actor, id: 'guest', address, userAgent: 'a browser' };
  await signIn({ ...crm, actor }, { username: 'ada', password, address, limits });
  const ada = await owner.selectFrom('users').where('id', '=', adaId).selectAll().executeTakeFirstOrThrow();
  assert.deepEqual(ada.lastLoginAt, crm.clock.now());
  const [entry, ...others] = await owner.selectFrom('auditLogs').selectAll().execute();
  assert.equal(others.length, 0);
  assert.equal(entry?.actor, `user:${adaId}`);
  assert.equal(entry.userId, adaId);
  assert.equal(entry.actionName, 'users.sign_in');
  assert.equal(entry.resourceName, `users/${adaId}`);
  assert.equal(entry.ipAddress, address);
  assert.equal(entry.userAgent, 'a browser');
  assert.equal(entry.traceId, crm.traceId);
});

test('whoever may not come in gets one answer, after the work of one password', async () => {
  await room.addPerson({ username: 'gone', role: 'admin', isActive: false });
  await room.addPerson({ username: 'buyer' });
  await room.addPerson({ username: 'operator', role: 'chaos_operator' });
  await room.addPerson({ username: 'sso-only', role: 'viewer', passwordHash: hashCheaply('another horse') });
  await room.addPerson({ username: 'unset', role: 'viewer', passwordHash: '!' });
  const refused = [
    ['ada', 'the wrong horse'],
    ['ada', `${password} `],
    ['ada', password.toUpperCase()],
    ['nobody', password],
    ["' or 1=1 --", password],
    ['   ', password],
    ['gone', password],
    ['buyer', password],
    ['operator', password],
    ['sso-only', password],
    ['unset', password],
    ['unset', '!'],
  ] as const;
  const messages = new Set<string>();
  for (const [name, typed] of refused) {
    using work = watchPasswordWork();
    await assert.rejects(enter(name, typed), (error) => {
      messages.add(String(error));
      return wrong(error);
    });
    assert.equal(work.jobs(), 1, name);
  }
  assert.equal(messages.size, 1);
  const strangers = await owner.selectFrom('userSessions').where('userId', '<>', adaId).selectAll().execute();
  assert.deepEqual(strangers, []);
});

test("the e-mail of one as another's username does not keep the second from signing in by name", async () => {
  const mimicId = await room.addPerson({ username: 'ada.l@octo.test', email: 'mimic@octo.test', role: 'viewer' });
  assert.equal((await enter('ada.l@octo.test')).session.userId, mimicId);
  assert.equal((await enter('ada')).session.userId, adaId);
  await owner.deleteFrom('staffRoles').where('userId', '=', mimicId).execute();
  assert.equal((await enter('ada.l@octo.test')).session.userId, adaId, 'who does not work here stands in nobody’s way');
});

test('somebody shut out between the password and the session gets none', async () => {
  const id = await room.addPerson({ username: 'late', role: 'viewer' });
  const attempt = await owner.transaction().execute(async (shut) => {
    await shut.updateTable('users').set({ isActive: false }).where('id', '=', id).execute();
    const waiting = enter('late').then(
      () => undefined,
      (error) => error,
    );
    await somebodyWaits(owner, waiting);
    return { waiting };
  });
  assert.ok(wrong(await attempt.waiting));
});
