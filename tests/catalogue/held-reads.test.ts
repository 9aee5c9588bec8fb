import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Tables } from '@octo/database/tables.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import type { TestShop } from '../../apps/shop/testing/test-shop.ts';
import { type Estate, openEstate } from './parts/estate.ts';
import { heldReads } from './parts/held-reads.ts';
import { pageOf, productIn } from './parts/sight.ts';

const reads = heldReads();
let estate: Estate;
let shop: TestShop;
before(async () => {
  estate = await openEstate();
  const url = estate.database.urls.octo_shop;
  const db = openDatabase<Tables>({ url, applicationName: 'test', poolMax: 10 }).withPlugin(reads.plugin);
  shop = await estate.openShop({ overrides: { db } });
});
after(() => estate[Symbol.asyncDispose]());

test('a page that was read before a change is not kept, when the change is seen while it is made', async () => {
  const product = await estate.addProduct({ price: 10 });
  await shop.shop.watch.refresh();
  const url = `/products/${product.id}`;
  const held = reads.holdNext('imageUrl');
  const slow = pageOf(shop, url);
  await held.reached;
  await estate.changeProduct(product, { price: 11 });
  await shop.shop.watch.refresh();
  assert.match((await pageOf(shop, url)).payload, /\$11\.00/, 'nobody waits for what is old');
  held.open();
  assert.match((await slow).payload, /\$10\.00/, 'it was read before the change');
  assert.match((await pageOf(shop, url)).payload, /\$11\.00/);
});

test('an answer that was read before a change is not kept, when the change is seen after it is made', async () => {
  const product = await estate.addProduct({ price: 10 });
  await shop.shop.watch.refresh();
  const held = reads.holdNext('imageUrl');
  const slow = productIn(shop, product.id);
  await held.reached;
  await estate.changeProduct(product, { price: 11 });
  held.open();
  assert.equal((await slow)?.price, 10);
  await shop.shop.watch.refresh();
  assert.equal((await productIn(shop, product.id))?.price, 11);
});

test('a look at the storefront that took long does not undo what a later one saw', async () => {
  await estate.changeShop('primary-store', { status: 'maintenance' });
  const held = reads.holdNext('slug');
  const slow = shop.shop.watch.refresh();
  await held.reached;
  await estate.changeShop('primary-store', { status: 'active' });
  await shop.shop.watch.refresh();
  assert.equal(shop.shop.watch.storefront().status, 'active');
  held.open();
  await slow;
  assert.equal(shop.shop.watch.storefront().status, 'active');
});
