import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mayPaymentBecome, type PaymentStatus } from './payment-states.ts';

const statuses: PaymentStatus[] = ['pending', 'paid', 'failed', 'refunded'];

const steps: { from: PaymentStatus; to: PaymentStatus[] }[] = [
  { from: 'pending', to: ['paid', 'failed'] },
  { from: 'paid', to: ['refunded'] },
  { from: 'failed', to: [] },
  { from: 'refunded', to: [] },
];

for (const { from, to } of steps) {
  test(`a payment that is ${from} may become ${to.join(' or ') || 'nothing else'}`, () => {
    assert.deepEqual(
      statuses.filter((status) => mayPaymentBecome(from, status)),
      to,
    );
  });
}

test('a random walk refunds only what was paid, and never leaves a final state', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...statuses), { maxLength: 20 }), (attempts) => {
      const walk: PaymentStatus[] = ['pending'];
      for (const to of attempts) if (mayPaymentBecome(walk.at(-1) ?? 'pending', to)) walk.push(to);
      assert.equal(walk.lastIndexOf('pending'), 0);
      assert.ok(walk.indexOf('refunded') === -1 || walk.at(-2) === 'paid');
      assert.ok(!walk.slice(0, -1).includes('failed'));
    }),
  );
});
