import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Product } from '@octo/contracts/catalog.ts';
import type { TestShop } from '../../apps/shop/testing/test-shop.ts';
import { until } from '../drills/parts/wait.ts';
import { type Estate, openEstate } from './parts/estate.ts';
import { foundIn, pageOf, productIn } from './parts/sight.ts';

let estate: Estate;
/** Two processes of one storefront: nobody tells either of them what the CRM did. */
let replicas: TestShop[];
before(async () => {
  estate = await openEstate();
  replicas = [await estate.openShop(), await estate.openShop()];
});
after(() => estate[Symbol.asyncDispose]());

/** Returns when the condition holds in both. */
async function untilBoth(what: string, condition: (shop: TestShop) => Promise<boolean>): Promise<void> {
  for (const shop of replicas) await until(what, () => condition(shop));
}

function untilShown(id: number, isAsWanted: (product: Product) => boolean): Promise<void> {
  return untilBoth('the product as it was changed', async (shop) => {
    const product = await productIn(shop, id);
    return product !== undefined && isAsWanted(product);
  });
}

test('a new product is on sale in every process', async () => {
  const { id } = await estate.addProduct({ name: 'Kestrel', price: 0.07, stock: 3 });
  await untilShown(id, ({ name, price, stock }) => name === 'Kestrel' && price === 0.07 && stock === 3);
  await untilBoth('the new category', async ({ app }) =>
    (await app.inject('/api/categories')).json().categories.includes('Kites'),
  );
});

test('price, text, category, picture and SKU are shown as they were changed, in the API and on the page', async () => {
  const product = await estate.addProduct({ stock: 30 });
  await untilShown(product.id, ({ price }) => price === 10);
  const fields = { price: 1234.56, name: 'Merlin', sku: 'mer-1', category: 'Gliders', description: 'Glides.' };
  const image_url = '/images/products/mer-1.svg';
  await estate.changeProduct(product, { ...fields, image_url });
  await untilShown(product.id, ({ price }) => price === fields.price);
  for (const shop of replicas) {
    const shown = await productIn(shop, product.id);
    assert.deepEqual({ ...shown, ...fields, image_url }, shown);
    const page = await pageOf(shop, `/products/${product.id}`);
    for (const text of ['Merlin', '$1,234.56', 'Glides.', 'Gliders', image_url, 'SKU mer-1'])
      assert.ok(page.payload.includes(text), text);
    assert.equal((await shop.app.inject(image_url)).statusCode, 200, 'its picture is drawn');
    assert.deepEqual(await foundIn(shop, product.sku), [], 'nothing of the old SKU is left');
    assert.match((await pageOf(shop, '/shop?category=Gliders')).payload, /Merlin/);
  }
});

test('stock that was corrected is shown', async () => {
  const product = await estate.addProduct({ stock: 2 });
  await untilShown(product.id, ({ stock }) => stock === 2);
  await estate.correctStock(product, 40);
  await untilShown(product.id, ({ stock, inventory_badge }) => stock === 42 && inventory_badge === 'In Stock');
  await estate.correctStock(product, -42);
  await untilShown(product.id, ({ inventory_badge }) => inventory_badge === 'Out of Stock');
});

test('a product is taken off sale, and comes back', async () => {
  const product = await estate.addProduct({ name: 'Osprey' });
  await untilShown(product.id, ({ name }) => name === 'Osprey');
  await estate.changeProduct(product, { is_active: false });
  await untilBoth('the product to go', async (shop) => (await productIn(shop, product.id)) === undefined);
  for (const shop of replicas) {
    assert.equal((await shop.app.inject(`/api/products/${product.id}`)).json().code, 'catalog.product_inactive');
    assert.deepEqual(await foundIn(shop, 'Osprey'), []);
  }
  await estate.changeProduct(product, { is_active: true });
  await untilShown(product.id, ({ name }) => name === 'Osprey');
});

test('a product that is assigned to another shop is sold there and here no more', async () => {
  const answer = await estate.manager.post('/api/shops', { slug: 'outlet', name: 'Outlet', region: 'eu' });
  const { shop } = answer.json();
  const outlet = await estate.openShop({ env: { SHOP_SLUG: 'outlet' } });
  assert.deepEqual((await outlet.app.inject('/api/products')).json().products, []);
  const product = await estate.addProduct({ name: 'Buzzard' });
  await untilShown(product.id, ({ name }) => name === 'Buzzard');
  await estate.changeProduct(product, { shop_id: shop.id });
  await until('the product in the outlet', async () => (await foundIn(outlet, 'Buzzard'))[0] === product.id);
  await untilBoth('the product to go', async (shop) => (await productIn(shop, product.id)) === undefined);
  for (const shop of replicas) assert.deepEqual(await foundIn(shop, 'Buzzard'), []);
  await estate.changeProduct(product, { shop_id: null });
  await until('the product to go', async () => (await foundIn(outlet, 'Buzzard')).length === 0);
});

test('maintenance closes cart and checkout of every process with a page, and ends', async () => {
  const product = await estate.addProduct({ stock: 9 });
  await untilShown(product.id, ({ stock }) => stock === 9);
  const added = { product_id: product.id, session_id: 'shopping-meanwhile' };
  const [first = assert.fail('no shop')] = replicas;
  assert.equal((await first.app.inject({ method: 'POST', url: '/api/cart/add', payload: added })).statusCode, 200);

  await estate.changeShop('primary-store', { status: 'maintenance' });
  await untilBoth('maintenance', async (shop) => (await pageOf(shop, '/cart')).statusCode === 503);
  for (const shop of replicas) {
    for (const url of ['/cart', '/checkout'])
      assert.match((await pageOf(shop, url)).payload, /^<!doctype html>[\s\S]*Carts and checkout are closed/i);
    for (const url of ['/api/cart/add', '/api/shop/checkout'])
      assert.equal((await shop.app.inject({ method: 'POST', url, payload: {} })).json().code, 'shops.maintenance');
    assert.equal((await pageOf(shop, `/products/${product.id}`)).statusCode, 200, 'the catalogue stays open');
  }

  await estate.changeShop('primary-store', { status: 'inactive' });
  await untilBoth('the end', async (shop) => (await pageOf(shop, '/')).statusCode === 503);

  await estate.changeShop('primary-store', { status: 'active', name: 'Primary Store 2' });
  await untilBoth('the opening', async (shop) => (await pageOf(shop, '/cart')).statusCode === 200);
  for (const shop of replicas) {
    const cart = await shop.app.inject('/api/cart?session_id=shopping-meanwhile');
    assert.equal(cart.json().items.length, 1, 'what was in the cart is kept');
    assert.equal((await shop.app.inject('/api/shop/storefront')).json().storefront.name, 'Primary Store 2');
  }
});
