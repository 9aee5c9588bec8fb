import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '../testing/refusals.ts';
import { createTestContext, type TestContext } from '../testing/test-context.ts';
import { getStorefront } from './get-storefront.ts';
import { listLocations } from './list-locations.ts';

let context: TestContext;
before(async () => {
  context = await createTestContext({ seed: true });
});
after(() => context[Symbol.asyncDispose]());

test('the storefront of a slug is read with its status', async () => {
  const storefront = await getStorefront(context.ctx, { slug: 'primary-store' });
  assert.equal(storefront.slug, 'primary-store');
  assert.equal(storefront.currency, 'USD');
  assert.equal(storefront.status, 'active');
});

test('a process configured for a shop that does not exist is not available', async () => {
  await assert.rejects(
    getStorefront(context.ctx, { slug: 'nowhere' }),
    refusal('Unavailable', 'shops.storefront_missing'),
  );
});

test('locations are the open dealers with an address, by name', async () => {
  const all = await listLocations(context.ctx);
  assert.ok(all.length > 1);
  assert.ok(all.every((location) => location.address !== ''));
  assert.deepEqual(
    all.map((location) => location.name),
    all.map((location) => location.name).sort(),
  );
  const closed = all[0]?.id ?? 0;
  await context.owner.updateTable('shops').set({ status: 'inactive' }).where('id', '=', closed).execute();
  assert.deepEqual(await listLocations(context.ctx), all.slice(1));
});
