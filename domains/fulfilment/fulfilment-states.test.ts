import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type FulfilmentStatus, type FulfilmentStep, nextFulfilmentSteps, orderStatusAt } from './fulfilment-states.ts';

const steps: Record<FulfilmentStatus, FulfilmentStep[]> = {
  queued: ['picking'],
  picking: ['packed'],
  packed: ['shipped'],
  shipped: ['delivered'],
  delivered: [],
  cancelled: [],
};
const statuses = Object.keys(steps) as FulfilmentStatus[];

for (const status of statuses) {
  test(`a fulfilment that is ${status} may become ${steps[status].join() || 'nothing else'}, and nothing while it rests`, () => {
    assert.deepEqual(nextFulfilmentSteps({ status, isResting: false }), steps[status]);
    assert.deepEqual(nextFulfilmentSteps({ status, isResting: true }), []);
  });
}

test('an order follows its fulfilment', () => {
  assert.deepEqual(orderStatusAt, {
    picking: 'fulfilling',
    packed: 'fulfilling',
    shipped: 'shipped',
    delivered: 'delivered',
    cancelled: 'cancelled',
  });
});

test('whoever does only what is offered does every step once, in one order', () => {
  const order = ['queued', 'picking', 'packed', 'shipped', 'delivered'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...statuses), { maxLength: 40 }), (attempts) => {
      const walk: FulfilmentStatus[] = ['queued'];
      for (const to of attempts) {
        const offered: readonly FulfilmentStatus[] = nextFulfilmentSteps({
          status: walk.at(-1) ?? 'queued',
          isResting: false,
        });
        if (offered.includes(to)) walk.push(to);
      }
      assert.deepEqual(walk, order.slice(0, walk.length));
    }),
  );
});
