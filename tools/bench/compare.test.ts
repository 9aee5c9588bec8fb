import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byTurns, compare } from './compare.ts';

const cost = (cpuMicrosPerRequest: number) => ({
  cpuMicrosPerRequest,
  requestsPerSecond: 1e6 / cpuMicrosPerRequest,
  latenciesMs: [cpuMicrosPerRequest],
});

test('a machine that grows slower changes no ratio', async () => {
  let load = 1;
  const costing = (micros: number) => async () => cost(micros * load);
  const slowing = async () => {
    load *= 2;
    return cost(30 * load);
  };
  // The slowing run goes first in every third round, so each ratio is of neighbours only.
  const { cpu } = await compare(new AbortController(), 15, { ours: slowing, floor: costing(10) });
  assert.ok(cpu.low >= 3 && cpu.high <= 6, JSON.stringify(cpu));
});

test('every round begins with another one, and warming up is not counted', async () => {
  const order: string[] = [];
  const runs = ['a', 'b'].map((name) => async () => {
    order.push(name);
    return cost(1);
  });
  const costs = await byTurns(new AbortController(), 2, runs);
  assert.equal(order.join(''), 'abbaabbaab');
  assert.deepEqual(
    costs.map((each) => each.length),
    [2, 2],
  );
});

test('whoever is told to stop begins no other run', async () => {
  const stop = new AbortController();
  let runs = 0;
  const run = async () => {
    runs += 1;
    stop.abort();
    return cost(1);
  };
  await assert.rejects(byTurns(stop, 5, [run, run]), { name: 'AbortError' });
  assert.equal(runs, 1);
});
