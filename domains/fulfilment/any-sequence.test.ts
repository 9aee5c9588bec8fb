import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { operatorStatuses } from '@octo/contracts/crm/order.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import fc from 'fast-check';
import { nextStatuses, type Order } from '../orders/index.ts';
import { assertOrderIsSound, bookOf } from '../testing/order-books.ts';
import { bringOrder, type PlacedOrder, placeOrder } from '../testing/placed-orders.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import { advanceFulfilment } from './advance-fulfilment.ts';
import { changeOrderStatus } from './change-order-status.ts';
import { recordPayment } from './record-payment.ts';

const shop = await openSmallShop();
after(() => shop[Symbol.asyncDispose]());
const { crm, owner } = shop;

type Deed = (placed: PlacedOrder) => Promise<Order>;

const deeds: Readonly<Record<string, Deed>> = {
  message: (placed) => bringOrder(shop, placed),
  payment: ({ orderId }) => recordPayment(crm, { orderId, reference: 'SEPA 1' }),
  ...Object.fromEntries(
    operatorStatuses.map((to): [string, Deed] => [
      to,
      ({ orderId }) => changeOrderStatus(crm, { orderId, to, reason: 'because' }),
    ]),
  ),
  ...Object.fromEntries(
    (['picking', 'packed', 'shipped', 'delivered'] as const).map((to): [string, Deed] => [
      `work: ${to}`,
      ({ orderId }) => advanceFulfilment(crm, { orderId, to }),
    ]),
  ),
};

/** Whether it was done; what is refused must be refused as a conflict, and change nothing. */
async function isDone(name: string, placed: PlacedOrder): Promise<boolean> {
  const before = await bookOf(owner, placed.orderId);
  try {
    await deeds[name]?.(placed);
    return true;
  } catch (error) {
    assert.ok(isConflict(error), `${name}: ${error}`);
    assert.deepEqual(await bookOf(owner, placed.orderId), before);
    return false;
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof AppError && error.kind === 'Conflict';
}

const names = fc.constantFrom(...Object.keys(deeds));
const details = fc.record({
  quantity: fc.constantFrom(1, 60),
  paymentMethod: fc.constantFrom('credit_card' as const, 'bank_transfer' as const),
});

test('whatever is done to an order, one after the other or two at a time, leaves it sound', async () => {
  await fc.assert(
    fc.asyncProperty(details, fc.array(fc.tuple(names, names), { maxLength: 8 }), async (details, pairs) => {
      const placed = await placeOrder(shop, details);
      for (const [one, other] of pairs) {
        await isDone(one, placed);
        await assertOrderIsSound(owner, placed.orderId);
        const ends = await Promise.allSettled([deeds[one]?.(placed), deeds[other]?.(placed)]);
        for (const end of ends) assert.ok(end.status === 'fulfilled' || isConflict(end.reason), `${one}, ${other}`);
        await assertOrderIsSound(owner, placed.orderId);
      }
    }),
    { numRuns: 20 },
  );
});

test('what is offered can be done, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...operatorStatuses), { maxLength: 10 }), async (wishes) => {
      const placed = await placeOrder(shop, { quantity: 1 });
      for (const wish of wishes) {
        const { order } = await bookOf(owner, placed.orderId);
        assert.equal(await isDone(wish, placed), nextStatuses(order).includes(wish));
      }
    }),
    { numRuns: 15 },
  );
});
