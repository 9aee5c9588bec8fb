import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Permission, permissions } from '@octo/contracts/crm/permissions.ts';
import { type SteppedOrder, stepLabels, stepsOf } from './order-steps.ts';

const paidByCard = {
  method: 'credit_card',
  status: 'paid',
  amount: 10,
  provider: 'simulated',
  provider_reference: null,
  decline_code: null,
  updated_at: '2026-11-21T10:00:00.000Z',
} as const;
const openTransfer = { ...paidByCard, method: 'bank_transfer', status: 'pending', provider: null } as const;
const recorded = {
  id: '1',
  event_type: 'payment.recorded',
  from_status: null,
  to_status: null,
  actor: 'maria',
  details: 'SEPA 1',
  trace_id: null,
  created_at: '2026-11-21T10:00:00.000Z',
} as const;

function work(status: NonNullable<SteppedOrder['fulfilment']>['status'], ...next_steps: ('picking' | 'packed')[]) {
  return { status, next_steps, workflow_id: 'w', started_at: '2026-11-21T10:00:00.000Z', completed_at: null };
}

const placed: SteppedOrder = {
  status: 'placed',
  next_statuses: ['accepted', 'on_hold', 'cancelled'],
  payment: paidByCard,
  fulfilment: null,
  events: [],
};
const held: SteppedOrder = { ...placed, status: 'on_hold', next_statuses: ['accepted', 'cancelled'] };
const accepted: SteppedOrder = {
  ...placed,
  status: 'accepted',
  next_statuses: ['on_hold', 'fulfilling', 'cancelled'],
  fulfilment: work('queued', 'picking'),
};
const delivered: SteppedOrder = { ...accepted, status: 'delivered', next_statuses: [], fulfilment: work('delivered') };

const everything = (_: Permission) => true;
const support = (permission: Permission) => !['orders.cancel', 'payments.record'].includes(permission);

const cases: { name: string; order: SteppedOrder; can?: typeof support; main: string | undefined; others: string[] }[] =
  [
    { name: 'a placed order', order: placed, main: 'accept', others: ['cancel', 'hold'] },
    { name: 'a placed order, by support', order: placed, can: support, main: 'accept', others: ['hold'] },
    { name: 'an order on hold', order: held, main: 'release', others: ['cancel'] },
    { name: 'an accepted order', order: accepted, main: 'picking', others: ['cancel', 'hold'] },
    {
      name: 'an order that waits for its transfer',
      order: { ...held, payment: openTransfer },
      main: 'pay',
      others: ['cancel', 'release'],
    },
    {
      name: 'an order that waits for its transfer, by who may not record it',
      order: { ...held, payment: openTransfer },
      can: support,
      main: undefined,
      others: ['release'],
    },
    {
      name: 'an order whose transfer is recorded and not booked yet',
      order: { ...accepted, payment: openTransfer, events: [recorded] },
      main: 'picking',
      others: ['cancel', 'hold'],
    },
    {
      name: 'an order that goes on without its transfer',
      order: { ...accepted, payment: openTransfer },
      main: 'picking',
      others: ['cancel', 'hold', 'pay'],
    },
    {
      name: 'a cancelled order whose transfer never came',
      order: { ...placed, status: 'cancelled', next_statuses: [], payment: openTransfer },
      main: undefined,
      others: [],
    },
    {
      name: 'an order whose work rests',
      order: { ...held, fulfilment: work('queued') },
      main: 'release',
      others: ['cancel'],
    },
    { name: 'a delivered order', order: delivered, main: undefined, others: [] },
  ];

for (const { name, order, can = everything, main, others } of cases) {
  test(`of ${name} is due: ${main ?? 'nothing'}; else there is: ${others.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(stepsOf(order, can), { main, others });
  });
}

test('who may only look is offered nothing', () => {
  const read = permissions.filter((permission) => permission.endsWith('.read'));
  for (const order of [placed, held, accepted]) {
    assert.deepEqual(
      stepsOf({ ...order, payment: openTransfer }, (permission) => read.includes(permission)),
      {
        main: undefined,
        others: [],
      },
    );
  }
});

test('what asks first ends in three dots', () => {
  const asking = Object.entries(stepLabels).filter(([, label]) => label.endsWith('…'));
  assert.deepEqual(asking.map(([name]) => name).sort(), ['cancel', 'hold', 'pay']);
});
