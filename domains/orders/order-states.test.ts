import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mayOrderBecome, nextStatuses, type OrderStatus, orderStatuses } from './order-states.ts';

const steps: Record<OrderStatus, OrderStatus[]> = {
  pending: ['placed', 'failed'],
  placed: ['accepted', 'on_hold', 'cancelled'],
  accepted: ['on_hold', 'fulfilling', 'cancelled'],
  on_hold: ['accepted', 'cancelled'],
  fulfilling: ['shipped', 'cancelled'],
  shipped: ['delivered'],
  failed: [],
  delivered: [],
  cancelled: [],
};

for (const from of orderStatuses) {
  test(`an order that is ${from} may become ${steps[from].join(', ') || 'nothing else'}`, () => {
    const reached = orderStatuses.filter((to) => mayOrderBecome(from, to));
    assert.deepEqual(reached.sort(), steps[from].toSorted());
  });
}

test('an operator is offered every step but those of the shop', () => {
  for (const status of orderStatuses) {
    const offered = status === 'pending' ? [] : steps[status];
    assert.deepEqual(nextStatuses({ status }), offered);
  }
});

test('a random walk leaves pending by its two ends only, never returns to it, and never leaves a final state', () => {
  const final: OrderStatus[] = ['failed', 'delivered', 'cancelled'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...orderStatuses), { maxLength: 40 }), (attempts) => {
      const walk: OrderStatus[] = ['pending'];
      for (const to of attempts) if (mayOrderBecome(walk.at(-1) ?? 'pending', to)) walk.push(to);
      assert.equal(walk.lastIndexOf('pending'), 0);
      assert.ok(walk.length === 1 || walk[1] === 'placed' || walk[1] === 'failed');
      assert.ok(walk.slice(0, -1).every((state) => !final.includes(state)));
      assert.ok(!walk.includes('shipped') || walk.includes('fulfilling'));
    }),
  );
});
