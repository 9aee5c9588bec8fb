import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { purgeSessions } from './index.ts';
import { openStaffRoom } from './testing/staff-room.ts';

const room = await openStaffRoom();
after(() => room[Symbol.asyncDispose]());
const { crm, owner } = room;
const dayMs = 24 * 60 * 60 * 1000;
const now = crm.clock.now().getTime();
const daysAgo = (days: number) => new Date(now - days * dayMs);

test('forgets sessions that were over a month ago and attempts of more than a day ago, nothing else', async () => {
  const userId = await room.addPerson({ role: 'viewer' });
  const session = (id: string, expired: number, ended: number | undefined, service: 'crm' | 'shop' = 'crm') => ({
    id,
    userId,
    service,
    authMethod: 'password' as const,
    createdAt: daysAgo(60),
    lastSeenAt: daysAgo(60),
    expiresAt: daysAgo(expired),
    endedAt: ended === undefined ? null : daysAgo(ended),
  });
  await owner
    .insertInto('userSessions')
    .values([
      session('open', -1, undefined),
      session('expired of late', 29.9, undefined),
      session('expired long ago', 30.1, undefined),
      session('ended of late', 28, 29.9),
      session('ended long ago', 29.9, 30.1),
      session('the shop’s', 50, 50, 'shop'),
    ])
    .execute();
  const attempt = (accountKey: string, days: number) => ({
    id: uuidV7(),
    accountKey,
    addressKey: 'a',
    createdAt: daysAgo(days),
  });
  await owner
    .insertInto('signInAttempts')
    .values([attempt('of today', 0.9), attempt('of yesterday', 1.1)])
    .execute();
  assert.deepEqual(await purgeSessions(crm), { sessions: 2, attempts: 1 });
  const kept = await owner.selectFrom('userSessions').orderBy('id').select('id').execute();
  assert.deepEqual(
    kept.map(({ id }) => id),
    ['ended of late', 'expired of late', 'open', 'the shop’s'],
  );
  const [left, ...others] = await owner.selectFrom('signInAttempts').select('accountKey').execute();
  assert.equal(left?.accountKey, 'of today');
  assert.equal(others.length, 0);
  assert.deepEqual(await purgeSessions(crm), { sessions: 0, attempts: 0 });
});

test('forgets more than it takes at a time', async () => {
  const attempts = Array.from({ length: 2500 }, () => ({
    id: uuidV7(),
    accountKey: 'k',
    addressKey: 'a',
    createdAt: daysAgo(2),
  }));
  await owner.insertInto('signInAttempts').values(attempts).execute();
  assert.equal((await purgeSessions(crm)).attempts, 2500);
});
