import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KeepRunningOptions, keepRunning, type Running } from './keep-running.ts';

interface Fake extends Running {
  readonly number: number;
  die(): void;
}

function makeFake(number: number): Fake {
  const { promise, resolve } = Promise.withResolvers<{ reason: string }>();
  return {
    number,
    exited: promise,
    die: () => resolve({ reason: 'died' }),
    stop: async () => resolve({ reason: 'stopped' }),
  };
}

function options(said: string[], start: (number: number) => Promise<Fake>): KeepRunningOptions<Fake> {
  let starts = 0;
  const signal = new AbortController().signal;
  return {
    name: 'It',
    signal,
    start: () => start(++starts),
    lastLines: () => ['last words'],
    say: (line) => said.push(line),
  };
}

test('fails when the first start fails', async () => {
  await assert.rejects(keepRunning(options([], () => Promise.reject(new Error('no')))), /no/);
});

test('starts again after a death, reports it, and tries once more when that fails', async () => {
  const said: string[] = [];
  const kept = await keepRunning(
    options(said, async (number) => (number === 2 ? Promise.reject(new Error('not yet')) : makeFake(number))),
  );
  (await kept.untilUp()).die();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal((await kept.untilUp()).number, 3);
  assert.deepEqual(said, [
    'It died. Its last lines:',
    '  | last words',
    'Starting it again in 0.5 s.',
    'It did not start: not yet',
    'Trying again in 1 s.',
    'It is up again.',
  ]);
  await kept.stop();
});

test('a wanted restart is quick and says nothing', async () => {
  const said: string[] = [];
  const kept = await keepRunning(options(said, async (number) => makeFake(number)));
  await kept.restart();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal((await kept.untilUp()).number, 2);
  assert.deepEqual(said, []);
  await kept.stop();
});

test('stops in the middle of a pause, and starts nothing afterwards', async () => {
  let starts = 0;
  const kept = await keepRunning(
    options([], async (number) => {
      starts = number;
      return makeFake(number);
    }),
  );
  (await kept.untilUp()).die();
  await new Promise((resolve) => setImmediate(resolve));
  await kept.stop();
  assert.equal(starts, 1);
});

test('waits for what it stands on before it starts again', async () => {
  const ground = Promise.withResolvers<void>();
  let starts = 0;
  const kept = await keepRunning({
    ...options([], async (number) => {
      starts = number;
      return makeFake(number);
    }),
    waitFor: () => ground.promise,
  });
  await kept.restart();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(starts, 1);
  ground.resolve();
  assert.equal((await kept.untilUp()).number, 2);
  await kept.stop();
});
