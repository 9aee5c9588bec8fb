import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FulfilmentStatus, OrderDetail, OrderStatus } from '@octo/contracts/crm/order.ts';
import { stagesOf, stageWords } from './fulfilment-line.ts';

const reached = ['order.fulfilling', 'fulfilment.packed', 'order.shipped', 'order.delivered'];

function order(status: OrderStatus, stage?: FulfilmentStatus, steps = 0): Parameters<typeof stagesOf>[0] {
  const fulfilment: OrderDetail['fulfilment'] =
    stage === undefined
      ? null
      : { status: stage, workflow_id: 'w', started_at: 'at 0', completed_at: null, next_steps: [] };
  const events = reached.slice(0, steps).map((event_type, index) => ({
    id: String(index),
    event_type,
    from_status: null,
    to_status: null,
    actor: 'maria',
    details: null,
    trace_id: null,
    created_at: `at ${index + 1}`,
  }));
  return { status, fulfilment, events };
}

const lines = [
  { is: order('placed'), states: 'ahead ahead ahead ahead ahead', words: 'Starts when the order is accepted.' },
  { is: order('failed'), states: 'ahead ahead ahead ahead ahead', words: 'Nothing to do: the order was not placed.' },
  { is: order('cancelled'), states: 'ahead ahead ahead ahead ahead', words: 'Was never started.' },
  {
    is: order('accepted', 'queued'),
    states: 'current ahead ahead ahead ahead',
    words: 'Queued: picking has not started.',
  },
  {
    is: order('on_hold', 'queued'),
    states: 'current ahead ahead ahead ahead',
    words: 'Queued: rests while the order is on hold.',
  },
  {
    is: order('fulfilling', 'packed', 2),
    states: 'done done current ahead ahead',
    words: 'Packed and ready to be shipped.',
  },
  {
    is: order('delivered', 'delivered', 4),
    states: 'done done done done done',
    words: 'Delivered: nothing is left to do.',
  },
  {
    is: order('cancelled', 'cancelled', 1),
    states: 'done done ahead ahead ahead',
    words: 'Stopped: the order was cancelled.',
  },
];

for (const { is, states, words } of lines) {
  test(`an order that is ${is.status}, ${is.fulfilment?.status ?? 'without work'}: ${states}`, () => {
    const stages = stagesOf(is);
    assert.equal(stages.map(({ state }) => state).join(' '), states);
    assert.equal(stageWords(is), words);
    for (const [index, { state, at }] of stages.entries())
      assert.equal(at, state === 'ahead' ? undefined : `at ${index}`);
  });
}
