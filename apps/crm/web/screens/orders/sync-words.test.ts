import assert from 'node:assert/strict';
import { test } from 'node:test';
import { syncWords } from './sync-words.ts';

const placed = '2026-11-21T10:00:00.000Z';
const order = { status: 'accepted', created_at: placed, placed_at: placed } as const;
const pending = { status: 'pending', accepted_at: null, acceptances: 0 } as const;

function accepted(accepted_at: string, deliveries: number) {
  return { status: 'accepted', accepted_at, deliveries, acceptances: 1 } as const;
}

const cases = [
  {
    is: { ...order, sync: accepted('2026-11-21T10:00:01.200Z', 1) },
    words: 'Accepted by the CRM 1.2 s after it was placed, delivered once.',
  },
  {
    is: { ...order, sync: accepted('2026-11-21T10:05:01.000Z', 4) },
    words: 'Accepted by the CRM 5 min 1 s after it was placed, sent 4 times.',
  },
  { is: { ...order, sync: accepted(placed, 2) }, words: 'Accepted by the CRM as it was placed, sent twice.' },
  {
    is: { ...order, placed_at: null, sync: accepted('2026-11-21T10:00:03.000Z', 0) },
    words: 'Accepted by the CRM 3.0 s after it was placed.',
  },
  { is: { ...order, status: 'placed', sync: { ...pending, deliveries: 0 } }, words: 'Waits to be sent to the CRM.' },
  {
    is: { ...order, status: 'placed', sync: { ...pending, deliveries: 3 } },
    words: 'On its way to the CRM: sent 3 times, not accepted yet.',
  },
  {
    is: { ...order, status: 'placed', sync: { ...pending, status: 'failed', deliveries: 8 } },
    words: 'Never reached the CRM: given up after it was sent 8 times.',
  },
  {
    is: { ...order, status: 'failed', sync: { ...pending, deliveries: 0 } },
    words: 'Not sent: the order was not placed.',
  },
] as const;

for (const { is, words } of cases) {
  test(`an order that is ${is.status}, sent ${is.sync.deliveries} times: “${words}”`, () => {
    assert.equal(syncWords(is), words);
  });
}
