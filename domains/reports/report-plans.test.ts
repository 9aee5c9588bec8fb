import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type BigShop, newestOrderAt, openBigShop } from '../testing/big-shop.ts';
import { hoursUntil } from './hours.ts';
import { selectSalesByHour, selectWaitingOrders } from './queries.ts';

let shop: BigShop;
before(async () => {
  shop = await openBigShop();
});
after(() => shop[Symbol.asyncDispose]());

test('a day of 100,000 orders is read by the index over its time, and no more of them', async () => {
  const { from, until } = hoursUntil(newestOrderAt);
  const steps = await shop.planOf(selectSalesByHour, { from, until });
  assert.ok(
    steps.some(({ index }) => index === 'orders_created_at_id_ix'),
    JSON.stringify(steps),
  );
  assert.ok(!steps.some(({ kind }) => kind === 'Seq Scan'));
});

test('the orders that wait are counted by the index over their status', async () => {
  const steps = await shop.planOf(selectWaitingOrders, {});
  assert.ok(
    steps.some(({ index }) => index === 'orders_status_created_at_ix'),
    JSON.stringify(steps),
  );
  assert.ok(!steps.some(({ kind }) => kind === 'Seq Scan'));
});
