import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PaymentRail } from '@octo/domains/payments';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import { startBackgroundWork } from './background.ts';
import { sampleProducts } from './testing/catalogue.ts';
import { createTracedShop, spansBelow } from './testing/traced-shop.ts';

/** Takes the money and is never heard of again, until somebody asks. */
const silentRail: PaymentRail = {
  provider: 'silent',
  charge: () => Promise.reject(new Error('gone')),
  find: async () => ({ status: 'charged', reference: 'charge-1' }),
  void: async () => ({ status: 'voided' }),
  refund: async () => undefined,
};

function isFinish({ message }: Record<string, unknown>): boolean {
  return message === 'finished an interrupted checkout';
}

test('the sweeper finishes a checkout whose payment stayed unknown, in a trace of its own', async () => {
  const t = await createTracedShop({ PAYMENT_TIMEOUT_MS: '100' }, { rail: silentRail });
  await using _ = t;
  const { app, owner, spans, lines } = t;
  const [product] = await sampleProducts(owner);
  const session_id = 'unknown-outcome-1';
  await app.inject({ method: 'POST', url: '/api/cart/add', payload: { product_id: product.id, session_id } });
  const order = { customer_name: 'Ada', customer_email: 'ada@example.com', shipping_address: '1 Analytical Way' };
  const payload = { ...order, session_id, payment_method: 'credit_card' };
  const answer = await app.inject({ method: 'POST', url: '/api/shop/checkout', payload });
  expectProblem(answer, { status: 503, code: 'payments.outcome_unknown' });
  spans.clear();
  {
    await using _background = startBackgroundWork(t.shop);
    while (!lines.some(isFinish)) await sleep(20);
  }
  const roots = spans.all().filter(({ parentSpanContext }) => parentSpanContext === undefined);
  assert.deepEqual(
    roots.map(({ name }) => name),
    ['sweep pending order'],
    'looking for work leaves no span, finding some does',
  );
  const [root] = roots;
  assert.ok(root && spansBelow(root, spans.all()).some(({ name }) => name === 'checkout.resolve_pending_order'));
  const line = lines.find(isFinish);
  assert.deepEqual([line?.trace_id, line?.workflow_id], [root.spanContext().traceId, 'checkout']);
  const kept = await owner
    .selectFrom('orders as o')
    .innerJoin('payments as p', 'p.orderId', 'o.id')
    .where('o.sessionId', '=', session_id)
    .select(['o.status', 'p.status as paymentStatus'])
    .execute();
  assert.deepEqual(kept, [{ status: 'placed', paymentStatus: 'paid' }]);
});
