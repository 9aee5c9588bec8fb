import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CheckoutInput, keyIdOf, requestHashOf } from './checkout-input.ts';

const input: CheckoutInput = {
  sessionId: 'session-0000000001',
  shopId: 1,
  currency: 'USD',
  customerName: 'Ada',
  customerEmail: 'ada@octo.test',
  shippingAddress: 'Somewhere 1',
  paymentMethod: 'credit_card',
  paymentToken: 'tok_accepted',
  notes: 'at the door',
  idempotencyKey: 'key',
};

const changes: Partial<CheckoutInput>[] = [
  { customerName: 'Bob' },
  { customerEmail: 'bob@octo.test' },
  { shippingAddress: 'Elsewhere 2' },
  { paymentMethod: 'bank_transfer' },
  { paymentToken: 'tok_declined' },
  { paymentToken: undefined },
  { notes: 'to the neighbour' },
  { notes: undefined },
  { customerName: 'Ada","ada@octo.test' },
];

for (const change of changes) {
  test(`a request with ${JSON.stringify(change)} is another request`, () => {
    assert.notEqual(requestHashOf({ ...input, ...change }), requestHashOf(input));
  });
}

test('the same request has the same hash, with whatever key it comes', () => {
  assert.equal(requestHashOf({ ...input, idempotencyKey: 'other' }), requestHashOf({ ...input }));
});

test('a key counts in its session alone, and fits its column', () => {
  const ids = [keyIdOf('a', 'b'), keyIdOf('a', 'c'), keyIdOf('b', 'b'), keyIdOf('a","b', '')];
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(keyIdOf('a', 'b'), ids[0]);
  for (const id of ids) assert.match(id, /^[0-9a-f]{64}$/);
});
