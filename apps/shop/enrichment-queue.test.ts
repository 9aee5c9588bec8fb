import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { recordSpans } from '@octo/platform/testing/record-spans.ts';
import { createOrderEnricher } from './enrichment.ts';
import { profileOf } from './testing/fake-crm.ts';

recordSpans();

/** A CRM that answers when it is told to, and an enricher that asks it. */
function scene({ isAway = false } = {}) {
  const lines: { order_id: number; customer_segment: string; request_id?: string; workflow_id?: string }[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line));
  const logger = createLogger({ name: 'test', namespace: 'octo', version: '0.1.0' }, 'info', { write });
  const asked: number[] = [];
  const answer = Promise.withResolvers<void>();
  const profiles = {
    isAway: () => isAway,
    get: async (customerId: number) => {
      asked.push(customerId);
      await answer.promise;
      return profileOf(customerId);
    },
  };
  const enricher = createOrderEnricher(profiles, logger);
  const offer = (count: number) => {
    for (let id = 1; id <= count; id += 1)
      enricher.offer({ orderId: id, customerId: id, traceparent: null, requestId: `r-${id}` });
  };
  return { enricher, lines, asked, offer, answer: answer.resolve };
}

test('few orders are under way at once, so many wait, and the rest is noted without asking', async () => {
  const { lines, asked, offer, answer } = scene();
  offer(110);
  assert.deepEqual(
    lines.map(({ order_id, customer_segment }) => [order_id, customer_segment]),
    Array.from({ length: 10 }, (_, index) => [101 + index, 'unknown']),
  );
  await turn();
  assert.deepEqual(asked, [1, 2, 3, 4]);
  answer();
  while (lines.length < 110) await turn();
  assert.equal(asked.length, 100);
  assert.equal(lines.filter(({ customer_segment }) => customer_segment === 'key_account').length, 100);
});

test('a CRM that is away is not asked', async () => {
  const { lines, asked, offer } = scene({ isAway: true });
  offer(2);
  await turn();
  assert.deepEqual(asked, []);
  assert.equal(lines.length, 2);
});

test('what still waits when the shop stops is noted as it is', async () => {
  const { enricher, lines, asked, offer } = scene();
  offer(6);
  await turn();
  enricher[Symbol.dispose]();
  assert.deepEqual(
    lines.map(({ order_id, request_id, workflow_id }) => [order_id, request_id, workflow_id]),
    [
      [5, 'r-5', 'checkout'],
      [6, 'r-6', 'checkout'],
    ],
  );
  assert.equal(asked.length, 4);
});
