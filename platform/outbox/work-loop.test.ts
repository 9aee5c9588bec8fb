import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { createBell } from './bell.ts';
import { startWorkLoop, type WorkLoopOptions } from './work-loop.ts';

/** So long that a test that waited for it would never end. */
const never = 2 ** 30;

/** A loop over a list of work, which looks when it is told to. */
function loopOver(work: string[], options: Partial<WorkLoopOptions<string>> = {}) {
  const done: string[] = [];
  const errors: unknown[] = [];
  const claims: number[] = [];
  const bell = createBell();
  const loop = startWorkLoop<string>({
    claim: async (limit) => {
      claims.push(limit);
      return work.splice(0, limit);
    },
    carryOut: async (piece) => void done.push(piece),
    room: () => 2,
    onError: (error) => errors.push(error),
    pollMs: never,
    bell,
    ...options,
  });
  return { done, errors, claims, bell, [Symbol.asyncDispose]: () => loop[Symbol.asyncDispose]() };
}

async function settle(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await turn();
}

test('goes on at once while it finds work, then rests', async () => {
  await using it = loopOver(['a', 'b', 'c', 'd', 'e']);
  await settle();
  assert.deepEqual(it.done, ['a', 'b', 'c', 'd', 'e']);
  assert.deepEqual(it.claims, [2, 2, 2, 2], 'the last finds nothing');
});

test('a bell makes it look before its next poll, also one that rang while it was at work', async () => {
  const work = ['a'];
  await using it = loopOver(work);
  await settle();
  work.push('b');
  await settle();
  assert.deepEqual(it.done, ['a'], 'it does not look by itself');
  it.bell.ring();
  await settle();
  assert.deepEqual(it.done, ['a', 'b']);
});

test('polls by itself, too', async () => {
  const looks = Promise.withResolvers<void>();
  let count = 0;
  const claim = async () => {
    count += 1;
    if (count === 3) looks.resolve();
    return [];
  };
  await using _ = loopOver([], { pollMs: 1, claim });
  await looks.promise;
});

test('a piece that fails, and one that hangs, keep no other waiting', async () => {
  const hang = Promise.withResolvers<void>();
  const done: string[] = [];
  const carryOut = async (piece: string) => {
    if (piece === 'poison') throw new Error('bad');
    if (piece === 'slow') await hang.promise;
    done.push(piece);
  };
  const work = ['slow', 'poison', ...Array.from({ length: 30 }, (_, index) => `piece ${index}`)];
  await using it = loopOver(work, { carryOut });
  await settle();
  assert.equal(done.length, 30);
  assert.equal(it.errors.length, 1);
  hang.resolve();
  await settle();
  assert.equal(done.at(-1), 'slow');
});

test('with too many under way it claims no more until one is over', async () => {
  const gates = [1, 2, 3].map(() => Promise.withResolvers<void>());
  const work = ['0', '1', '2', 'last'];
  const carryOut = async (piece: string) => void (await gates[Number(piece)]?.promise);
  await using it = loopOver(work, { carryOut, mostUnderWay: 3 });
  await settle();
  assert.deepEqual([it.claims.length, work.length], [2, 0]);
  work.push('more');
  it.bell.ring();
  await settle();
  assert.equal(it.claims.length, 2);
  for (const gate of gates) gate.resolve();
  await settle();
  assert.equal(work.length, 0);
});

test('rests while there is no room', async () => {
  let room = 0;
  const work = ['a', 'b', 'c'];
  await using it = loopOver(work, { room: () => room });
  await settle();
  assert.deepEqual(it.claims, []);
  room = 1;
  it.bell.ring();
  await settle();
  assert.deepEqual(it.done, ['a', 'b', 'c']);
});

test('claims that fail are told once, and do not end it', async () => {
  let isAway = true;
  const work = ['a'];
  const claim = async () => {
    if (isAway) throw new Error('away');
    return work.splice(0, 1);
  };
  await using it = loopOver(work, { claim });
  for (let time = 0; time < 3; time += 1) {
    it.bell.ring();
    await settle();
  }
  assert.equal(it.errors.length, 1);
  isAway = false;
  it.bell.ring();
  await settle();
  assert.deepEqual(it.done, ['a']);
});

test('its end waits for what is under way, and begins nothing more', async () => {
  const gate = Promise.withResolvers<void>();
  const work = ['a', 'b', 'c'];
  const done: string[] = [];
  const carryOut = async (piece: string) => {
    await gate.promise;
    done.push(piece);
  };
  const it = loopOver(work, { carryOut, room: () => 1, mostUnderWay: 1 });
  await settle();
  let isOver = false;
  const end = it[Symbol.asyncDispose]().then(() => {
    isOver = true;
  });
  await settle();
  assert.equal(isOver, false);
  gate.resolve();
  await end;
  assert.deepEqual([done, work], [['a'], ['b', 'c']]);
});
