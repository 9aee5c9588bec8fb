import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { watchPasswordWork } from '@octo/platform/testing/password-work.ts';
import type { Ctx } from '../../context.ts';
import { later } from '../../testing/orders.ts';
import { refusal } from '../../testing/refusals.ts';
import { signIn } from '../index.ts';
import { limits, minuteMs, openStaffRoom, password } from '../testing/staff-room.ts';

const room = await openStaffRoom();
after(() => room[Symbol.asyncDispose]());
const { crm, owner } = room;
await room.addPerson({ username: 'ada', email: 'countess@octo.test', role: 'manager' });
await room.addPerson({ username: 'grace', role: 'viewer' });

const home = '198.51.100.7';
const wrong = refusal('Unauthorized', 'identity.wrong_credentials');
const locked = refusal('LimitExceeded', 'identity.locked_out');

interface Guess {
  username?: string;
  typed?: string;
  address?: string;
  ctx?: Ctx;
}

function enter({ username = 'ada', typed = password, address = home, ctx = crm }: Guess = {}) {
  return signIn(ctx, { username, password: typed, address, limits });
}

async function fail(times: number, guess: Guess = {}): Promise<void> {
  for (let time = 0; time < times; time += 1) await assert.rejects(enter({ ...guess, typed: 'wrong' }), wrong);
}

function events() {
  return owner.selectFrom('securityEvents').orderBy('createdAt').selectAll().execute();
}

beforeEach(async () => {
  await owner.deleteFrom('signInAttempts').execute();
  await owner.deleteFrom('securityEvents').execute();
});

test('the sixth attempt after five failures is refused without a look at the password, even the right one', async () => {
  await fail(5);
  using work = watchPasswordWork();
  await assert.rejects(enter(), (error) => {
    assert.ok(error instanceof AppError && locked(error));
    assert.equal(error.retryAfterSeconds, 15 * 60);
    assert.match(error.message, /15 minutes/);
    return true;
  });
  assert.equal(work.jobs(), 0);
});

test('four failures lock nobody out, and the fifth attempt may be the right one', async () => {
  await fail(4);
  await enter();
  assert.deepEqual(await events(), []);
});

test('the door opens once the attempts are a quarter of an hour old, however often somebody tried meanwhile', async () => {
  await fail(5);
  for (const minutes of [1, 7, 14]) await assert.rejects(enter({ ctx: later(crm, minutes * minuteMs) }), locked);
  await assert.rejects(enter({ ctx: later(crm, 15 * minuteMs - 1) }), (error) => {
    assert.ok(error instanceof AppError && locked(error));
    assert.equal(error.retryAfterSeconds, 1);
    return true;
  });
  await enter({ ctx: later(crm, 15 * minuteMs) });
});

test('attempts count together only within a quarter of an hour', async () => {
  for (const minutes of [0, 4, 8, 12]) await fail(1, { ctx: later(crm, minutes * minuteMs) });
  await fail(1, { ctx: later(crm, 15 * minuteMs) });
  await fail(1, { ctx: later(crm, 15 * minuteMs) });
  await assert.rejects(enter({ ctx: later(crm, 15 * minuteMs) }), locked);
});

test('every way to name an account counts for the one account', async () => {
  for (const username of ['ada', 'ADA', ' Ada', 'countess@octo.test', 'COUNTESS@octo.test'])
    await fail(1, { username });
  for (const username of ['ada', 'Countess@Octo.Test']) await assert.rejects(enter({ username }), locked);
  await enter({ username: 'grace' });
});

test('an account that does not exist is locked out like one that does', async () => {
  await fail(5, { username: 'nobody' });
  await assert.rejects(enter({ username: 'NOBODY' }), locked);
  assert.equal((await events()).length, 1);
});

test('a sign-in that succeeds clears its account and no other', async () => {
  await fail(4);
  await fail(4, { username: 'grace' });
  await enter();
  await fail(5);
  await fail(1, { username: 'grace' });
  await assert.rejects(enter({ username: 'grace' }), locked);
});

test('thirty failures from one address close it for every account, and for no other address', async () => {
  for (let account = 0; account < 30; account += 1) await fail(1, { username: `stranger-${account}` });
  await assert.rejects(enter(), locked);
  await enter({ address: '203.0.113.9' });
  const [event, ...others] = await events();
  assert.match(event?.details ?? '', /30 attempts for one address/);
  assert.equal(others.length, 0);
});

test('of fifty guesses at once no more than five are verified, for one account or spread over two', async () => {
  for (const names of [['ada'], ['ada', 'grace']]) {
    await owner.deleteFrom('signInAttempts').execute();
    using work = watchPasswordWork();
    const guesses = Array.from({ length: 50 }, (_, index) =>
      enter({ username: names[index % names.length] ?? '', typed: `guess ${index}`, address: `203.0.113.${index}` }),
    );
    const errors = (await Promise.allSettled(guesses)).map((guess) => guess.status === 'rejected' && guess.reason);
    assert.ok(
      errors.every((error) => wrong(error) || locked(error)),
      String(errors),
    );
    assert.ok(work.jobs() <= 5 * names.length, `${work.jobs()} passwords were verified`);
    assert.equal(errors.filter((error) => wrong(error)).length, work.jobs());
    for (const username of names) await assert.rejects(enter({ username }), locked);
  }
});

test('a lock-out is one security event, however many attempts see it, and names nobody', async () => {
  const guesses = Array.from({ length: 20 }, (_, index) =>
    enter({ typed: `guess ${index}`, address: `203.0.113.${index}` }).catch(() => undefined),
  );
  await Promise.all(guesses);
  await assert.rejects(enter({ typed: 'wrong' }), locked);
  const [event, ...others] = await events();
  assert.equal(others.length, 0);
  assert.equal(event?.attackType, 'password_guessing');
  assert.equal(event.severity, 'medium');
  assert.equal(event.endpoint, '/api/auth/login');
  assert.equal(event.traceId, crm.traceId);
  assert.doesNotMatch(JSON.stringify(event), /ada|countess|guess /i);
});

test('the next lock-out is an event of its own, after the time or after a sign-in', async () => {
  await fail(5);
  await fail(5, { ctx: later(crm, 15 * minuteMs) });
  assert.equal((await events()).length, 2);
  await enter({ ctx: later(crm, 30 * minuteMs) });
  await fail(5, { ctx: later(crm, 30 * minuteMs) });
  assert.equal((await events()).length, 3);
});

test('what was typed as a name, and the address, are kept as hashes alone', async () => {
  await fail(1);
  await fail(1, { username: 'secret-typed-in-the-wrong-field' });
  const kept = await owner.selectFrom('signInAttempts').selectAll().execute();
  assert.equal(kept.length, 2);
  for (const { accountKey, addressKey } of kept)
    for (const key of [accountKey, addressKey]) assert.match(key, /^[0-9a-f]{64}$/);
  assert.equal(kept[0]?.addressKey, kept[1]?.addressKey);
});
