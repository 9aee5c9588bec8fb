import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsIn } from '../drills/parts/books.ts';
import type { Purchase } from '../drills/parts/buyer.ts';
import { openCorridor, sendBuyers, untilAllArrived } from '../drills/parts/corridor.ts';
import { startCheckouts } from '../drills/parts/load.ts';
import { deliveriesOf, syncFaultsIn } from '../drills/parts/sync-books.ts';

const orders = 10_000;
/** As many as each of the two shops takes side by side. */
const atOnce = 16;
const customers = 500;

test('ten thousand orders through two shops and two CRMs: ten thousand acceptances, none twice', async () => {
  await using corridor = await openCorridor();
  const { owner } = corridor;
  const buyers = Array.from({ length: orders }, (_, index) => buyer(index));
  await sendBuyers(owner, buyers);
  await using northCrm = await corridor.openCrm();
  await using southCrm = await corridor.openCrm();
  await using northShop = await corridor.openShop(northCrm.url);
  await using southShop = await corridor.openShop(southCrm.url);

  const half = buyers.length / 2;
  const loads = [
    startCheckouts(() => northShop.url, buyers.slice(0, half), atOnce),
    startCheckouts(() => southShop.url, buyers.slice(half), atOnce),
  ];
  await Promise.all(loads.map((load) => load.done));
  await untilAllArrived(owner);

  for (const { answers } of loads) for (const { status } of answers) assert.equal(status, 200);
  const answered = new Set(loads.flatMap(({ answers }) => answers.map(({ body }) => body.order_id)));
  assert.equal(answered.size, orders);
  assert.deepEqual(await deliveriesOf(owner), { waiting: 0, dead: 0, delivered: orders });
  for (const table of ['orderAcceptances', 'invoices', 'fulfilments', 'inbox'] as const) {
    const { rows } = await owner
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    assert.equal(Number(rows), orders, table);
  }
  assert.deepEqual(await faultsIn(owner), []);
  assert.deepEqual(await syncFaultsIn(owner), []);
});

function buyer(index: number): Purchase {
  const sessionId = `soak-drill-buyer-${index}`;
  const email = `customer-${index % customers}@example.com`;
  return { sessionId, email, method: 'credit_card', token: 'tok_accepted' };
}
