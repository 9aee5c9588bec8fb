import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Event, internalKeyHeader } from '@octo/contracts/integrations.ts';
import { OrderCancelled } from '@octo/contracts/order-events.ts';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { withoutSpans } from '@octo/platform/telemetry/without-spans.ts';
import { openFakePeer, type PeerAnswer } from '@octo/platform/testing/fake-peer.ts';
import { recordSpans } from '@octo/platform/testing/record-spans.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { SpanKind } from '@opentelemetry/api';
import { Value } from 'typebox/value';
import { startShopDispatcher } from './dispatcher.ts';
import { addPlacedOrder } from './testing/placed-order.ts';
import { signedInAs } from './testing/sign-in.ts';
import { createTestCrm } from './testing/test-crm.ts';

const applied: PeerAnswer = { status: 200, body: { status: 'applied' } };
const spans = recordSpans();
const lines: Record<string, unknown>[] = [];
const service = { name: 'crm', namespace: 'octo', version: '1.2.3' };
const logger = createLogger(service, 'info', { write: (line) => void lines.push(JSON.parse(line)) });
const shop = await openFakePeer(() => applied);
const t = await createTestCrm({ env: { SERVICE_SHOP_URL: shop.url }, overrides: { logger } });
after(() => Promise.all([t, shop].map((each) => each[Symbol.asyncDispose]())));
const admin = await signedInAs(t, 'admin');

beforeEach(() => {
  shop.heard.length = 0;
  shop.answer(() => applied);
  spans.clear();
  lines.length = 0;
});

/** An operator cancels an order, of which the shop is to hear. */
async function cancel(): Promise<number> {
  const orderId = await withoutSpans(() => addPlacedOrder(t.owner));
  const payload = { status: 'cancelled', reason: 'changed their mind' };
  const answer = await admin.patch(`/api/orders/${orderId}/status`, payload);
  assert.equal(answer.statusCode, 200, answer.payload);
  return orderId;
}

function untilDelivered(orderId: number): Promise<{ attempts: number }> {
  const deliveries = t.owner
    .selectFrom('outboxDeliveries as d')
    .innerJoin('outbox as o', 'o.id', 'd.eventId')
    .where('o.orderId', '=', orderId)
    .where('d.deliveredAt', 'is not', null)
    .select('d.attempts');
  return withoutSpans(async () => {
    for (;;) {
      const delivery = await deliveries.executeTakeFirst();
      if (delivery) return delivery;
      await sleep(10);
    }
  });
}

function dispatch(): AsyncDisposable {
  const dispatcher = startShopDispatcher(t.crm);
  assert.ok(dispatcher);
  return dispatcher;
}

test('the shop is told of a cancellation as the contract says, with our key, in the trace of the operator', async () => {
  await using _ = dispatch();
  const orderId = await cancel();
  await untilDelivered(orderId);
  const [message, ...others] = shop.heard;
  assert.ok(message && others.length === 0);
  assert.equal(message.path, '/api/integrations/events');
  assert.ok(Value.Check(Event, message.body) && Value.Check(OrderCancelled, message.body.payload));
  assert.deepEqual([message.body.type, message.body.payload.order_id], ['order.cancelled', orderId]);
  assert.equal(message.headers[internalKeyHeader], serviceKey);
  const all = spans.all();
  const server = all.find(({ kind }) => kind === SpanKind.SERVER);
  const deliver = all.find(({ name }) => name === 'deliver order.cancelled');
  assert.ok(server && deliver);
  assert.equal(deliver.parentSpanContext?.spanId, server.spanContext().spanId);
  assert.ok(String(message.headers.traceparent).startsWith(`00-${server.spanContext().traceId}-`));
  const roots = all.filter(({ parentSpanContext }) => parentSpanContext === undefined);
  assert.deepEqual(roots, [server], 'looking for work leaves no span');
});

test('a shop that is away hears of it when it is back', async () => {
  shop.answer(() => undefined);
  await using _ = dispatch();
  const orderId = await cancel();
  while (shop.heard.length === 0) await sleep(10);
  shop.answer(() => applied);
  assert.ok((await untilDelivered(orderId)).attempts >= 2);
});

test('without an address of the shop nothing is sent, which is said once', () => {
  const config = { ...t.crm.config, shopUrl: undefined };
  assert.equal(startShopDispatcher({ ...t.crm, config }), undefined);
  assert.equal(lines.filter(({ message }) => String(message).startsWith('SERVICE_SHOP_URL is not set')).length, 1);
});
