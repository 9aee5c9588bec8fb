import assert from 'node:assert/strict';
import { test } from 'node:test';
import { syncOf } from './order-sync.ts';

const acceptedAt = new Date('2026-01-02T03:04:05.678Z');
const accepted = { status: 'accepted', acceptedAt, acceptances: 1 } as const;
const pending = { status: 'pending', acceptedAt: null, acceptances: 0 } as const;
const failed = { status: 'failed', acceptedAt: null, acceptances: 0 } as const;

function sent(state: Parameters<typeof syncOf>[1][number]['state'], attempts: number, change: object = {}) {
  return { eventType: 'order.placed', consumer: 'crm', state, attempts, ...change };
}

const cases = [
  { name: 'was never sent', isAccepted: false, deliveries: [], expected: { ...pending, attempts: 0 } },
  {
    name: 'was accepted before messages were',
    isAccepted: true,
    deliveries: [],
    expected: { ...accepted, attempts: 0 },
  },
  { name: 'waits', isAccepted: false, deliveries: [sent('waiting', 0)], expected: { ...pending, attempts: 0 } },
  {
    name: 'is tried again',
    isAccepted: false,
    deliveries: [sent('retrying', 3)],
    expected: { ...pending, attempts: 3 },
  },
  {
    name: 'is being taken in',
    isAccepted: false,
    deliveries: [sent('delivered', 1)],
    expected: { ...pending, attempts: 1 },
  },
  {
    name: 'was accepted',
    isAccepted: true,
    deliveries: [sent('delivered', 2)],
    expected: { ...accepted, attempts: 2 },
  },
  { name: 'was given up', isAccepted: false, deliveries: [sent('dead', 8)], expected: { ...failed, attempts: 8 } },
  {
    name: 'was laid aside',
    isAccepted: false,
    deliveries: [sent('discarded', 8)],
    expected: { ...failed, attempts: 8 },
  },
  {
    name: 'was given up and accepted by hand',
    isAccepted: true,
    deliveries: [sent('dead', 8)],
    expected: { ...accepted, attempts: 8 },
  },
  {
    name: 'has other news that was given up',
    isAccepted: false,
    deliveries: [
      sent('waiting', 1),
      sent('dead', 4, { eventType: 'order.cancelled', consumer: 'shop' }),
      sent('dead', 5, { consumer: 'other' }),
    ],
    expected: { ...pending, attempts: 1 },
  },
];

for (const { name, isAccepted, deliveries, expected } of cases) {
  test(`an order that ${name} is ${expected.status}`, () => {
    assert.deepEqual(syncOf(isAccepted ? { acceptedAt } : null, deliveries), expected);
  });
}
