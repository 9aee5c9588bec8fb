import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as meta from '@octo/contracts/meta.ts';
import * as endpoints from '@octo/contracts/shops.ts';
import { databaseType } from '@octo/platform/database/address.ts';
import { expectContract } from '@octo/platform/testing/expect.ts';
import { addProducts } from '../testing/catalogue.ts';
import { createTestShop } from '../testing/test-shop.ts';

const t = await createTestShop({
  env: { OTEL_SERVICE_NAME: 'octo-drone-shop', GIT_SHA: 'abc1234', APP_VERSION: '9.8.7' },
});
after(() => t[Symbol.asyncDispose]());
const { app } = t;

test('tells who this storefront is and what it sells', async () => {
  const shop = expectContract(endpoints.getStorefront, 200, await app.inject('/api/shop/storefront'));
  assert.equal(shop.storefront.slug, 'primary-store');
  assert.equal(shop.storefront.status, 'active');
  assert.equal(shop.categories.length, 12);
  assert.equal(shop.stats.product_count, 52);
  assert.equal(shop.products.length, 52);
  const units = shop.products.reduce((sum: number, { stock }: { stock: number }) => sum + stock, 0);
  assert.equal(shop.stats.inventory_units, units);
});

test('counts the units of everything on sale, also of what the answer has no room for', async () => {
  const before = expectContract(endpoints.getStorefront, 200, await app.inject('/api/shop/storefront'));
  await addProducts(t, 60);
  const after = expectContract(endpoints.getStorefront, 200, await app.inject('/api/shop/storefront'));
  assert.equal(after.products.length, 100);
  assert.equal(after.stats.inventory_units, before.stats.inventory_units + 60);
});

test('lists the dealers that can be visited', async () => {
  const { shops } = expectContract(endpoints.listLocations, 200, await app.inject('/api/shop/locations'));
  assert.ok(shops.length > 0);
  assert.ok(shops.every(({ address }: endpoints.Location) => address.length > 0));
});

test('is alive and ready, and tells its build', async () => {
  const health = expectContract(meta.getHealth, 200, await app.inject('/health'));
  assert.deepEqual(health, { status: 'ok', service: 'octo-drone-shop' });
  const ready = expectContract(meta.getReadiness, 200, await app.inject('/ready'));
  const dbType = databaseType(t.database.addresses.octo_shop);
  const expected = { ready: true, database: 'connected', db_type: dbType, workflow_gateway_configured: false };
  assert.deepEqual(ready, expected);
  const version = expectContract(meta.getVersion, 200, await app.inject('/api/version'));
  assert.deepEqual(version, {
    service: 'octo-drone-shop',
    version: '9.8.7',
    git_sha: 'abc1234',
    environment: 'development',
  });
});
