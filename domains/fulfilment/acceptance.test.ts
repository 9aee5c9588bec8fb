import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anomaliesText, type Ruling, ruleAfterTransfer, ruleOn, toAcceptance } from './acceptance.ts';

const large = 'The total is over 50,000.00 USD';
const bulk = 'More than 50 units of one product';
const waits = 'waits for the transfer';

interface Case {
  name: string;
  totalCents?: number;
  quantity?: number;
  paymentStatus: 'paid' | 'pending';
  ruling: Ruling;
}

const accepted: Ruling = { decision: 'accepted', reason: null };
const cases: Case[] = [
  { name: 'paid and ordinary', paymentStatus: 'paid', ruling: accepted },
  { name: 'not paid yet', paymentStatus: 'pending', ruling: { decision: 'on_hold', reason: waits } },
  {
    name: 'paid and large',
    totalCents: 5_000_001,
    paymentStatus: 'paid',
    ruling: { decision: 'on_hold', reason: large },
  },
  {
    name: 'large, in bulk, and not paid yet',
    totalCents: 9_000_000,
    quantity: 60,
    paymentStatus: 'pending',
    ruling: { decision: 'on_hold', reason: `${large}; ${bulk}; ${waits}` },
  },
];

for (const { name, totalCents = 100, quantity = 1, paymentStatus, ruling } of cases) {
  test(`an order that is ${name} is ${ruling.decision}, ${ruling.reason ?? 'without a reason'}`, () => {
    assert.deepEqual(ruleOn({ totalCents, paymentStatus, lines: [{ productId: 1, quantity }] }), ruling);
  });
}

const row = { decidedBy: 'service:crm', traceId: null, createdAt: new Date(0) };
const largeCodes = '["large_total"]';
const held = { decision: 'on_hold' as const, anomalies: null };

const afterwards: { name: string; reason: string | null; anomalies?: string; ruling: Ruling | undefined }[] = [
  { name: 'that waited for the transfer ends', reason: waits, ruling: accepted },
  {
    name: 'for something unusual as well stays for that',
    reason: `${large}; ${waits}`,
    anomalies: largeCodes,
    ruling: { decision: 'on_hold', reason: large },
  },
  {
    name: 'whose reason was the transfer alone still says what is unusual',
    reason: waits,
    anomalies: largeCodes,
    ruling: { decision: 'on_hold', reason: large },
  },
  { name: 'that a person set stays theirs', reason: 'The buyer called', ruling: undefined },
  { name: 'for something unusual alone stays as it is', reason: large, anomalies: largeCodes, ruling: undefined },
  { name: 'without a reason stays as it is', reason: null, ruling: undefined },
];

for (const { name, reason, anomalies = null, ruling } of afterwards) {
  test(`once the transfer has arrived, a hold ${name}`, () => {
    assert.deepEqual(ruleAfterTransfer(toAcceptance({ ...row, ...held, reason, anomalies })), ruling);
  });
}

test('an order that is not held is not ruled on again', () => {
  assert.equal(ruleAfterTransfer({ decision: 'accepted', reason: waits, anomalies: [] }), undefined);
});

test('anomalies are kept as a list of codes, and read with what they mean', () => {
  assert.equal(anomaliesText([]), null);
  assert.equal(anomaliesText(['large_total']), largeCodes);
  const read = toAcceptance({ ...row, ...held, reason: large, anomalies: largeCodes });
  assert.deepEqual(read.anomalies, [{ code: 'large_total', description: large }]);
  assert.deepEqual(toAcceptance({ ...row, ...held, reason: null, anomalies: '{}' }).anomalies, []);
});
