import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { every } from './every.ts';

const pauseMs = 1000;

/** Stops the time of a test; the returned function lets so much of it pass, and work that is due begin and end. */
function stopTime(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  return async (milliseconds: number) => {
    t.mock.timers.tick(milliseconds);
    await turn();
  };
}

function unexpected(error: unknown): void {
  throw error;
}

test('repeats the work after each pause until it is disposed of', async (t) => {
  const pass = stopTime(t);
  let runs = 0;
  const count = async () => {
    runs += 1;
  };
  {
    await using _work = every(pauseMs, count, unexpected);
    for (const expected of [1, 2, 3]) {
      await pass(pauseMs - 1);
      assert.equal(runs, expected - 1);
      await pass(1);
      assert.equal(runs, expected);
    }
  }
  await pass(10 * pauseMs);
  assert.equal(runs, 3);
});

test('never starts a run while the one before is at work', async (t) => {
  const pass = stopTime(t);
  let runs = 0;
  let finish = Promise.withResolvers<void>();
  const work = () => {
    runs += 1;
    return finish.promise;
  };
  await using _work = every(pauseMs, work, unexpected);
  await pass(10 * pauseMs);
  await pass(10 * pauseMs);
  assert.equal(runs, 1);
  finish.resolve();
  finish = Promise.withResolvers();
  await turn();
  await pass(pauseMs);
  assert.equal(runs, 2);
  finish.resolve();
});

test('a run that fails is reported, and the next one comes', async (t) => {
  const pass = stopTime(t);
  const errors: unknown[] = [];
  const fail = () => Promise.reject(new Error('no'));
  await using _work = every(pauseMs, fail, (error) => errors.push(error));
  await pass(pauseMs);
  await pass(pauseMs);
  assert.deepEqual(errors.map(String), ['Error: no', 'Error: no']);
});

test('the disposal waits for the run on its way', async (t) => {
  const pass = stopTime(t);
  const finish = Promise.withResolvers<void>();
  const work = every(pauseMs, () => finish.promise, unexpected);
  await pass(pauseMs);
  let isDisposed = false;
  const disposed = work[Symbol.asyncDispose]().then(() => {
    isDisposed = true;
  });
  await turn();
  assert.equal(isDisposed, false);
  finish.resolve();
  await disposed;
});

test('work that was disposed of before its first run never runs', async (t) => {
  const pass = stopTime(t);
  let runs = 0;
  const count = async () => {
    runs += 1;
  };
  await every(pauseMs, count, unexpected)[Symbol.asyncDispose]();
  await pass(10 * pauseMs);
  assert.equal(runs, 0);
});
