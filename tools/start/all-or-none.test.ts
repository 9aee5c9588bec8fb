import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allOrNone } from './all-or-none.ts';
import { whenAborted } from './signals.ts';

const { signal } = new AbortController();

test('gives the results in the order of the tasks', async () => {
  const slow = () => new Promise<number>((resolve) => setImmediate(resolve, 1));
  assert.deepEqual(await allOrNone(signal, [slow, async () => 2]), [1, 2]);
});

test('when one fails, the others are told to stop and have ended before it throws', async () => {
  const ended: string[] = [];
  const fails = async () => {
    throw new Error('first');
  };
  const stops = async (told: AbortSignal) => {
    await whenAborted(told);
    await new Promise(setImmediate);
    ended.push('the other');
    throw new Error('second');
  };
  await assert.rejects(allOrNone(signal, [stops, fails]), /first/);
  assert.deepEqual(ended, ['the other']);
});

test('tells all of them when everything stops', async () => {
  const stop = new AbortController();
  const running = allOrNone(stop.signal, [whenAborted, whenAborted]);
  stop.abort();
  assert.equal((await running).length, 2);
});
