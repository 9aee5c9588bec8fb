import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeGate } from '@octo/platform/testing/gate.ts';
import { until } from '../drills/parts/wait.ts';
import { openEstate } from './parts/estate.ts';
import { pageOf, productIn } from './parts/sight.ts';

test('a shop that was cut off from its database shows afterwards what was changed meanwhile', async () => {
  await using gate = await makeGate();
  await using estate = await openEstate();
  const [cut, other] = [await estate.openShop({ reach: gate.lead }), await estate.openShop()];
  const product = await estate.addProduct({ price: 10 });
  for (const shop of [cut, other])
    await until('the product', async () => (await productIn(shop, product.id))?.price === 10);

  await gate.shut();
  await estate.changeProduct(product, { price: 11 });
  await estate.correctStock(product, 5);
  await estate.changeShop('primary-store', { status: 'maintenance' });
  await until('the change in the other shop', async () => (await pageOf(other, '/cart')).statusCode === 503);
  assert.equal((await productIn(other, product.id))?.price, 11);
  await until('the cut', async () => (await cut.app.inject('/ready')).statusCode === 503);

  await gate.reopen();
  await until('the change in the shop that was cut off', async () => {
    const answer = await pageOf(cut, '/checkout');
    return /carts and checkout are closed/i.test(answer.payload);
  });
  const shown = await productIn(cut, product.id);
  assert.deepEqual([shown?.price, shown?.stock], [11, 5]);
});
