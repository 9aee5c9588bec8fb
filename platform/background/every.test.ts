import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { every } from './every.ts';

function countTo(most: number) {
  const done = Promise.withResolvers<void>();
  let runs = 0;
  const count = () => {
    runs += 1;
    if (runs === most) done.resolve();
  };
  return { count, done: done.promise, runs: () => runs };
}

function unexpected(error: unknown): void {
  throw error;
}

test('repeats the work until it is disposed of', async () => {
  const { count, done, runs } = countTo(3);
  {
    await using _work = every(1, async () => count(), unexpected);
    await done;
  }
  const atEnd = runs();
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(runs(), atEnd);
});

test('never starts a run while the one before is at work', async () => {
  const { count, done } = countTo(3);
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await turn();
    running -= 1;
    count();
  };
  await using _work = every(0, work, unexpected);
  await done;
  assert.equal(most, 1);
});

test('a run that fails is reported, and the next one comes', async () => {
  const { count, done } = countTo(2);
  const errors: unknown[] = [];
  const work = async () => {
    count();
    throw new Error('no');
  };
  {
    await using _work = every(1, work, (error) => errors.push(error));
    await done;
  }
  assert.ok(errors.length >= 2);
  assert.match(String(errors[0]), /no/);
});

test('the disposal waits for the run on its way', async () => {
  const started = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  let isFinished = false;
  const work = every(
    1,
    async () => {
      started.resolve();
      await finish.promise;
      await turn();
      isFinished = true;
    },
    unexpected,
  );
  await started.promise;
  const disposed = work[Symbol.asyncDispose]();
  assert.equal(isFinished, false);
  finish.resolve();
  await disposed;
  assert.equal(isFinished, true);
});

test('work that was disposed of before its first run never runs', async () => {
  const { count, runs } = countTo(1);
  await every(1, async () => count(), unexpected)[Symbol.asyncDispose]();
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(runs(), 0);
});
