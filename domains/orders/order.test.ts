import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toOrder, totalOf } from './order.ts';

const line = fc.record({ quantity: fc.integer({ min: 1, max: 99 }), unitPriceCents: fc.nat(1_000_000) });

test('a total is exact where floating point would not be', () => {
  assert.equal(totalOf([{ quantity: 3, unitPriceCents: 10 }]), 30);
  assert.equal(
    totalOf([
      { quantity: 1, unitPriceCents: 1995 },
      { quantity: 2, unitPriceCents: 5 },
    ]),
    2005,
  );
  assert.equal(totalOf([]), 0);
});

test('a total is whole cents, does not depend on the order of the lines, and adds up over any split of them', () => {
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (some, others) => {
      const total = totalOf([...some, ...others]);
      assert.ok(Number.isSafeInteger(total));
      assert.equal(total, totalOf([...others, ...some].reverse()));
      assert.equal(total, totalOf(some) + totalOf(others));
    }),
  );
});

test('an order is read with its amounts in cents', () => {
  const row = {
    id: 1,
    orderNumber: 'OCTO-1',
    customerId: 2,
    customerName: 'Ada',
    customerEmail: 'ada@octo.test',
    shippingAddress: 'Somewhere 1',
    sessionId: null,
    status: 'placed',
    paymentMethod: 'credit_card',
    paymentStatus: 'paid',
    currency: 'USD',
    total: '39.90',
    traceId: null,
    version: 1,
    createdAt: new Date(0),
  } as const;
  const order = toOrder(row, [{ productId: 7, quantity: 2, productName: 'Fin', productSku: 'F', unitPrice: '19.95' }]);
  assert.equal(order.totalCents, 3990);
  assert.equal(order.traceId, '');
  assert.deepEqual(order.lines, [{ productId: 7, quantity: 2, name: 'Fin', sku: 'F', unitPriceCents: 1995 }]);
});
