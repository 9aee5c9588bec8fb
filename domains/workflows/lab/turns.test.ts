import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTurns } from './turns.ts';

const minuteMs = 60_000;

test('as many turns as there are come at once, and the next when one ends, in the order of asking', async () => {
  const turns = createTurns(2, minuteMs);
  const [first, second] = [await turns.take(), await turns.take()];
  const came: string[] = [];
  const third = turns.take().then((turn) => came.push('third') && turn);
  const fourth = turns.take().then((turn) => came.push('fourth') && turn);
  assert.deepEqual(came, []);
  first?.[Symbol.dispose]();
  await third;
  assert.deepEqual(came, ['third']);
  second?.[Symbol.dispose]();
  await fourth;
  assert.deepEqual(came, ['third', 'fourth']);
});

test('whoever waited in vain has none, and takes none from those who come later', async () => {
  const turns = createTurns(1, 0);
  const first = await turns.take();
  assert.equal(await turns.take(), undefined);
  first?.[Symbol.dispose]();
  assert.ok(await turns.take());
  assert.equal(await turns.take(), undefined);
});
