import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderTimeline, statusAfter, stepsUntil, whenDone } from './order-timeline.ts';
import { seededRandom } from './random.ts';
import { dayMs, plus } from './time.ts';

const createdAt = new Date('2026-04-01T10:00:00Z');
const later = plus(createdAt, 30 * dayMs);

test('leads each outcome to its end', () => {
  const cases = [
    ['credit_card', 'fulfilled', 'delivered'],
    ['bank_transfer', 'fulfilled', 'delivered'],
    ['credit_card', 'cancelled', 'cancelled'],
    ['credit_card', 'declined', 'failed'],
  ] as const;
  for (const [method, outcome, end] of cases) {
    const steps = stepsUntil(later, orderTimeline(createdAt, method, outcome, seededRandom(1)));
    assert.equal(statusAfter(steps), end);
    assert.deepEqual(
      steps.map((step) => +step.at),
      steps.map((step) => +step.at).toSorted((a, b) => a - b),
    );
  }
});

test('shows only what has happened by now', () => {
  const timeline = orderTimeline(createdAt, 'credit_card', 'fulfilled', seededRandom(1));
  const shippedAt = whenDone(timeline, 'order.shipped');
  assert.ok(shippedAt);
  assert.equal(statusAfter(stepsUntil(shippedAt, timeline)), 'shipped');
  assert.equal(statusAfter(stepsUntil(plus(shippedAt, -1), timeline)), 'fulfilling');
  assert.equal(statusAfter(stepsUntil(createdAt, timeline)), 'pending');
  assert.equal(statusAfter([]), 'pending');
});

test('holds a transfer until the money has come', () => {
  const timeline = orderTimeline(createdAt, 'bank_transfer', 'fulfilled', seededRandom(1));
  const paidAt = whenDone(timeline, 'payment.received');
  assert.ok(paidAt);
  assert.equal(statusAfter(stepsUntil(paidAt, timeline)), 'on_hold');
});
