import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PaymentEnd } from '../orders/index.ts';
import type { ChargeResult, FoundCharge } from '../payments/index.ts';
import { paymentEndOf } from './payment-end.ts';

const cases: [answer: ChargeResult | FoundCharge, end: PaymentEnd][] = [
  [
    { status: 'charged', reference: 'ref' },
    { status: 'paid', provider: 'rail', reference: 'ref' },
  ],
  [
    { status: 'declined', declineCode: 'card_declined' },
    { status: 'failed', provider: 'rail', declineCode: 'card_declined' },
  ],
  [{ status: 'processor_down' }, { status: 'failed', provider: 'rail' }],
  [{ status: 'voided' }, { status: 'failed', provider: 'rail' }],
];

for (const [answer, end] of cases) {
  test(`a charge that is ${answer.status} leaves the payment ${end.status}`, () => {
    assert.deepEqual(paymentEndOf(answer, 'rail'), end);
  });
}
