import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growingPause, SignInPause } from './sign-in-pause.ts';

const refused = new Error('wrong password');

function openDoor() {
  const door = { nowMs: 0, attempts: 0, answer: async (): Promise<string> => 'a session' };
  const pause = new SignInPause({
    isRefusal: (error) => error === refused,
    pauseMs: growingPause(1000, 4000),
    nowMs: () => door.nowMs,
  });
  const signIn = () =>
    pause.attempt(async () => {
      door.attempts += 1;
      return await door.answer();
    });
  return { door, signIn };
}

const refuse = async () => {
  throw refused;
};

test('who is refused is asked again after pauses that double, up to the longest', async () => {
  const { door, signIn } = openDoor();
  door.answer = refuse;
  const attemptedAt: number[] = [];
  for (door.nowMs = 0; door.nowMs < 16_000; door.nowMs += 100) {
    const before = door.attempts;
    await assert.rejects(signIn());
    if (door.attempts > before) attemptedAt.push(door.nowMs);
  }
  assert.deepEqual(attemptedAt, [0, 1000, 3000, 7000, 11_000, 15_000]);
});

test('meanwhile everybody is told when to come back, and why in the cause', async () => {
  const { door, signIn } = openDoor();
  door.answer = refuse;
  await assert.rejects(signIn(), refused);
  door.nowMs = 400;
  await assert.rejects(signIn(), {
    kind: 'Unavailable',
    code: 'database.unavailable',
    retryAfterSeconds: 1,
    cause: refused,
  });
});

test('of many that come at once one goes first, and its refusal is that of all', async () => {
  const { door, signIn } = openDoor();
  door.answer = refuse;
  const ends = await Promise.allSettled(Array.from({ length: 20 }, signIn));
  assert.ok(ends.every((end) => end.status === 'rejected' && end.reason === refused));
  assert.equal(door.attempts, 1);
});

test('once one was let in the others follow side by side', async () => {
  const { door, signIn } = openDoor();
  const { promise, resolve } = Promise.withResolvers<string>();
  door.answer = () => promise;
  const all = Promise.all(Array.from({ length: 5 }, signIn));
  assert.equal(door.attempts, 1);
  door.answer = async () => 'another';
  resolve('the first');
  assert.deepEqual(await all, ['the first', 'another', 'another', 'another', 'another']);
  assert.equal(door.attempts, 5);
});

test('those that were under way together when the password changed count as one refusal', async () => {
  const { door, signIn } = openDoor();
  await signIn();
  door.answer = refuse;
  await Promise.allSettled([signIn(), signIn(), signIn()]);
  assert.equal(door.attempts, 4);
  door.nowMs = 1000;
  door.answer = async () => 'a session';
  assert.equal(await signIn(), 'a session');
});

test('after a success the next refusal pauses as short as the first', async () => {
  const { door, signIn } = openDoor();
  door.answer = refuse;
  await assert.rejects(signIn());
  door.nowMs = 1000;
  await assert.rejects(signIn());
  door.nowMs = 3000;
  door.answer = async () => 'a session';
  await signIn();
  door.nowMs = 60_000;
  door.answer = refuse;
  await assert.rejects(signIn(), refused);
  door.nowMs = 61_000;
  await assert.rejects(signIn(), refused);
  assert.equal(door.attempts, 5);
});

test('a database that is away is asked as often as anybody wants', async () => {
  const { door, signIn } = openDoor();
  door.answer = async () => {
    throw new Error('connect ECONNREFUSED');
  };
  await assert.rejects(signIn(), /ECONNREFUSED/);
  await assert.rejects(signIn(), /ECONNREFUSED/);
  assert.equal(door.attempts, 2);
});
