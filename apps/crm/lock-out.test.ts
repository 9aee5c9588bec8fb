import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import { watchPasswordWork } from '@octo/platform/testing/password-work.ts';
import { movableClock } from './testing/clock.ts';
import { addAccount, logIn, password } from './testing/password-account.ts';
import { startReplica } from './testing/replica.ts';
import { createTestCrm } from './testing/test-crm.ts';

const clock = movableClock();
const t = await createTestCrm({ overrides: { clock } });
const replica = await startReplica(t);
after(async () => {
  await replica[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});
const instances = [t.app, replica.app] as const;
const instance = (index: number) => instances[index % 2] ?? t.app;
const wrong = { status: 401, code: 'identity.wrong_credentials' };
const locked = { status: 429, code: 'identity.locked_out' };

beforeEach(async () => {
  await t.owner.deleteFrom('signInAttempts').execute();
  await t.owner.deleteFrom('securityEvents').execute();
});

function events() {
  return t.owner.selectFrom('securityEvents').selectAll().execute();
}

test('five failures for an account, spread over instances and addresses, lock it out on every one of them', async () => {
  const { username } = await addAccount(t, 'admin');
  for (let index = 0; index < 5; index += 1)
    expectProblem(await logIn(instance(index), { username, password: 'wrong' }), wrong);
  for (const app of instances) {
    using work = watchPasswordWork();
    const answer = await logIn(app, { username });
    expectProblem(answer, locked);
    assert.ok(Number(answer.headers['retry-after']) > 14 * 60);
    assert.equal(answer.headers['set-cookie'], undefined);
    assert.equal(work.jobs(), 0, 'not even the right password is looked at');
  }
  clock.pass(15 * 60_000);
  assert.equal((await logIn(replica.app, { username })).statusCode, 200);
});

test('a name that nobody has is locked out in the same way', async () => {
  for (let index = 0; index < 5; index += 1)
    expectProblem(await logIn(instance(index), { username: 'no-such-name' }), wrong);
  for (const app of instances) expectProblem(await logIn(app, { username: 'NO-SUCH-NAME' }), locked);
});

test('thirty failures from an address lock it out on every instance, and no other address', async () => {
  const { username } = await addAccount(t, 'viewer');
  const from = { 'x-forwarded-for': '203.0.113.5' };
  for (let index = 0; index < 30; index += 1)
    expectProblem(await logIn(instance(index), { username: `stranger-${index}` }, from), wrong);
  for (const app of instances) expectProblem(await logIn(app, { username }, from), locked);
  assert.equal((await logIn(t.app, { username })).statusCode, 200);
});

test('of fifty guesses at once over two instances no more than five are verified, and one event is noted', async () => {
  const { username } = await addAccount(t, 'admin');
  using work = watchPasswordWork();
  const guesses = Array.from({ length: 50 }, (_, index) =>
    logIn(instance(index), { username, password: `${password} ${index}` }),
  );
  const statuses = (await Promise.all(guesses)).map(({ statusCode }) => statusCode);
  assert.ok(work.jobs() <= 5, `${work.jobs()} passwords were verified`);
  assert.equal(statuses.filter((status) => status === 401).length, work.jobs());
  assert.equal(statuses.filter((status) => status === 429).length, 50 - work.jobs());
  expectProblem(await logIn(t.app, { username }), locked);
  const [event, ...others] = await events();
  assert.equal(others.length, 0);
  assert.equal(event?.attackType, 'password_guessing');
  assert.ok(!JSON.stringify(event).includes(username));
});

test('a success clears the account, and sessions that are open go on through a lock-out', async () => {
  const { username } = await addAccount(t, 'viewer');
  const cookie = String((await logIn(t.app, { username })).headers['set-cookie']).split(';', 1)[0] ?? '';
  for (let round = 0; round < 2; round += 1) {
    for (let index = 0; index < 4; index += 1) await logIn(instance(index), { username, password: 'wrong' });
    assert.equal((await logIn(replica.app, { username })).statusCode, 200);
  }
  for (let index = 0; index < 5; index += 1) await logIn(instance(index), { username, password: 'wrong' });
  expectProblem(await logIn(t.app, { username }), locked);
  const session = await replica.app.inject({ url: '/api/auth/session', headers: { cookie } });
  assert.equal(session.json().authenticated, true);
});

test('addresses of one IPv6 network are one caller, however many it goes through', async () => {
  const { username } = await addAccount(t, 'viewer');
  const from = (host: number) => ({ 'x-forwarded-for': `2001:db8:ffff:1::${host}` });
  for (let index = 1; index <= 30; index += 1)
    expectProblem(await logIn(instance(index), { username: `guest-${index}` }, from(index)), wrong);
  expectProblem(await logIn(t.app, { username }, from(31)), locked);
  assert.equal((await logIn(t.app, { username })).statusCode, 200);
});
