import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { refusal } from '../../testing/refusals.ts';
import { countAccounts, endSessions, listUsers, signIn } from '../index.ts';
import { limits, openStaffRoom, password } from '../testing/staff-room.ts';
import type { ListUsersInput } from './list-users.ts';

const room = await openStaffRoom();
after(() => room[Symbol.asyncDispose]());
const { crm, owner } = room;
const now = crm.clock.now();
const customer = { email: 'buyer@octo.test', name: 'A buyer', createdAt: now, updatedAt: now };
await owner
  .insertInto('customers')
  .values([
    { id: 1, ...customer },
    { id: 2, ...customer, email: 'second@octo.test' },
  ])
  .execute();
await room.addPerson({ username: 'Zoe', role: 'admin' });
const adaId = await room.addPerson({ username: 'ada', email: '50%_off!@octo.test', role: 'viewer' });
await room.addPerson({ username: 'Bob', isActive: false });
await room.addPerson({ username: 'buyer', customerId: 1 });
await room.addPerson({ username: 'clerk-who-buys', customerId: 2, role: 'support' });

async function names(input: ListUsersInput = {}) {
  return (await listUsers(crm, input)).users.map(({ username }) => username);
}

test('lists those who work here or could, in the order of their names, and customers only with a role', async () => {
  assert.deepEqual(await names(), ['ada', 'Bob', 'clerk-who-buys', 'Zoe']);
});

test('tells what an administrator needs to know of a person, and no hash', async () => {
  await signIn(crm, { username: 'ada', password, address: '::1', limits });
  await signIn(crm, { username: 'ada', password, address: '::1', limits });
  const [ada] = (await listUsers(crm, { search: 'ada' })).users;
  assert.deepEqual(ada, {
    id: adaId,
    username: 'ada',
    email: '50%_off!@octo.test',
    role: 'viewer',
    isActive: true,
    lastLoginAt: now,
    createdAt: now,
    openSessions: 2,
  });
  await endSessions(crm, { userId: adaId });
  assert.equal((await listUsers(crm, { search: 'ada' })).users[0]?.openSessions, 0);
});

test('pages with what follows the last one, however many there are on a page', async () => {
  for (const limit of [1, 2, 3, 4]) {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listUsers(crm, { limit, after });
      assert.ok(page.users.length <= limit);
      seen.push(...page.users.map(({ username }) => username));
      after = page.next;
    } while (after !== undefined);
    assert.deepEqual(seen, ['ada', 'Bob', 'clerk-who-buys', 'Zoe'], `${limit} on a page`);
  }
  assert.deepEqual(await names({ offset: 2 }), ['clerk-who-buys', 'Zoe']);
});

const searches = {
  ADA: ['ada'],
  ' zo ': ['Zoe'],
  'octo.test': ['ada', 'Bob', 'clerk-who-buys', 'Zoe'],
  '%': ['ada'],
  _: ['ada'],
  'off!': ['ada'],
  buys: ['clerk-who-buys'],
  nobody: [],
};
for (const [search, expected] of Object.entries(searches)) {
  test(`finds by a part of the name or the e-mail, taken as it is typed: “${search}”`, async () => {
    assert.deepEqual(await names({ search }), expected);
  });
}

test('refuses a cursor that is none of this list', async () => {
  for (const after of ['nonsense', Buffer.from('["orders","a",1]').toString('base64url')])
    await assert.rejects(listUsers(crm, { after }), refusal('Invalid', 'paging.cursor_invalid', 'after'));
});

test('counts everybody who can sign in, and the sessions that are open', async () => {
  const before = await countAccounts(crm);
  assert.equal(before.people, 5);
  await signIn(crm, { username: 'Zoe', password, address: '::1', limits });
  assert.deepEqual(await countAccounts(crm), { people: 5, openSessions: before.openSessions + 1 });
});
