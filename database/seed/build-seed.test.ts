import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCustomers } from './customer-seeds.ts';
import { makeOrderHistory } from './order-history.ts';
import { seededRandom } from './random.ts';
import { movementRows } from './stock-rows.ts';
import { splitStock } from './stock-split.ts';
import { dayMs, plus } from './time.ts';

function historyOf(now: Date, seed: number) {
  const random = seededRandom(seed);
  const customers = makeCustomers(now, random);
  const split = splitStock(random);
  return { split, history: makeOrderHistory(now, customers, split, random) };
}

test('never sells what is not on the shelf, whichever day the history ends on', () => {
  for (let day = 0; day < 28; day++) {
    const now = plus(new Date('2026-03-01T09:30:00Z'), day * dayMs + day * 3_000_000);
    const { split, history } = historyOf(now, 20_260_101);
    const levels = new Map<string, number>();
    for (const movement of movementRows(now, split, history)) {
      const place = `${movement.productId}/${movement.warehouseId}`;
      const level = (levels.get(place) ?? 0) + movement.delta;
      assert.ok(level >= 0, `${place} falls to ${level} at ${movement.createdAt.toISOString()}`);
      levels.set(place, level);
    }
    for (const [place, level] of levels) {
      const [productId = 0, warehouseId = 0] = place.split('/').map(Number);
      assert.equal(level, split.quantityOf(productId, warehouseId), place);
    }
  }
});

test('gives the same business for the same instant and another for another seed', () => {
  const now = new Date('2026-05-05T12:00:00Z');
  const story = (seed: number) =>
    historyOf(now, seed).history.map((order) => `${+order.createdAt} ${order.totalCents}`);
  assert.deepEqual(story(1), story(1));
  assert.notDeepEqual(story(1), story(2));
});

test('sells more on working days than at the weekend, and more at the end than at the beginning', () => {
  const now = new Date('2026-05-05T12:00:00Z');
  const { history } = historyOf(now, 20_260_101);
  const isWeekend = (at: Date) => at.getUTCDay() % 6 === 0;
  const weekend = history.filter((order) => isWeekend(order.createdAt)).length;
  assert.ok(weekend / 2 < (history.length - weekend) / 5);
  const middle = plus(now, -45 * dayMs);
  assert.ok(history.filter((order) => order.createdAt > middle).length > history.length / 2);
});
