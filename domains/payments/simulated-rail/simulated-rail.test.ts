import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import type { ChargeRequest } from '../payment-rail.ts';

let context: TestContext;
before(async () => {
  context = await createTestContext();
});
after(() => context[Symbol.asyncDispose]());

let orderId = 0;
function request(token: string): ChargeRequest {
  orderId += 1;
  return { orderId, amountCents: 1995, currency: 'USD', token };
}

test('an accepted card is charged, and found later', async () => {
  const { rail } = context.ctx;
  const charge = request('tok_accepted');
  const result = await rail.charge(charge);
  assert.equal(result.status, 'charged');
  assert.deepEqual(await rail.find(charge.orderId), result);
  const row = await context.owner
    .selectFrom('simulatedCharges')
    .where('orderId', '=', charge.orderId)
    .selectAll()
    .execute();
  assert.deepEqual([row[0]?.amount, row[0]?.currency], ['19.95', 'USD']);
});

for (const token of ['tok_declined', 'tok_of_nobody', '']) {
  test(`the token ${JSON.stringify(token)} is declined, and found so later`, async () => {
    const { rail } = context.ctx;
    const charge = request(token);
    const declined = { status: 'declined', declineCode: 'card_declined' };
    assert.deepEqual(await rail.charge(charge), declined);
    assert.deepEqual(await rail.find(charge.orderId), declined);
  });
}

test('a processor that is down charges nothing and knows of nothing', async () => {
  const { rail } = context.ctx;
  const charge = request('tok_processor_down');
  assert.deepEqual(await rail.charge(charge), { status: 'processor_down' });
  assert.equal(await rail.find(charge.orderId), undefined);
});

test('an order is charged once: a repeat gets the first result, whatever card it brings', async () => {
  const { rail } = context.ctx;
  const charge = request('tok_accepted');
  const results = await Promise.all(Array.from({ length: 5 }, () => rail.charge(charge)));
  assert.equal(new Set(results.map((result) => JSON.stringify(result))).size, 1);
  assert.deepEqual(await rail.charge({ ...charge, token: 'tok_declined' }), results[0]);
});

test('a charge that arrives after the void is refused', async () => {
  const { rail } = context.ctx;
  const charge = request('tok_accepted');
  assert.deepEqual(await rail.void(charge), { status: 'voided' });
  assert.deepEqual(await rail.charge(charge), { status: 'processor_down' });
  assert.deepEqual(await rail.find(charge.orderId), { status: 'voided' });
});

test('a void finds what was decided before it, and leaves it', async () => {
  const { rail } = context.ctx;
  const charge = request('tok_accepted');
  const charged = await rail.charge(charge);
  assert.deepEqual(await rail.void(charge), charged);
  assert.deepEqual(await rail.find(charge.orderId), charged);
});

test('what was charged goes back once, however often it is asked for', async () => {
  const { rail } = context.ctx;
  const charge = request('tok_accepted');
  await rail.charge(charge);
  await Promise.all(Array.from({ length: 5 }, () => rail.refund(charge)));
  const rows = context.owner.selectFrom('simulatedCharges').where('orderId', '=', charge.orderId);
  const [refund, ...others] = await rows.select(['status', 'amount', 'reference']).execute();
  assert.deepEqual([refund?.status, refund?.amount, others], ['refunded', '19.95', []]);
  await rail.refund(charge);
  assert.deepEqual(await rows.select('reference').execute(), [{ reference: refund?.reference }]);
});

test('what came by transfer goes back, too, and once', async () => {
  const { rail } = context.ctx;
  const transfer = request('');
  await Promise.all(Array.from({ length: 5 }, () => rail.refund(transfer)));
  const rows = context.owner.selectFrom('simulatedCharges').where('orderId', '=', transfer.orderId);
  assert.deepEqual(await rows.select(['status', 'amount']).execute(), [{ status: 'refunded', amount: '19.95' }]);
});

test('where nothing was taken, nothing goes back', async () => {
  const { rail } = context.ctx;
  const declined = request('tok_declined');
  await rail.charge(declined);
  await assert.rejects(rail.refund(declined), /nothing was taken/);
  const voided = request('tok_accepted');
  await rail.void(voided);
  await assert.rejects(rail.refund(voided), /nothing was taken/);
});

test('an order that got its money back is not charged again', async () => {
  const { rail } = context.ctx;
  const charge = request('tok_accepted');
  await rail.charge(charge);
  await rail.refund(charge);
  assert.deepEqual(await rail.charge(charge), { status: 'processor_down' });
  assert.deepEqual(await rail.find(charge.orderId), { status: 'voided' });
});
