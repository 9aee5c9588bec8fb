import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { mountedBy } from '@octo/platform/testing/mounted-routes.ts';
import { createTestShop } from './testing/test-shop.ts';
import { workflows } from './workflows.ts';

const { built: t, routes: mounted } = await mountedBy(() => createTestShop());
after(() => t[Symbol.asyncDispose]());

/** Every route by its workflow. Whoever adds one decides here what people know it by. */
const routesOf: Record<string, readonly string[]> = {
  'browse-catalog': [
    '/',
    '/shop',
    '/products/:id',
    '/locations',
    '/api/products',
    '/api/products/:id',
    '/api/categories',
    '/api/shop/storefront',
    '/api/shop/locations',
  ],
  'add-to-cart': [
    '/cart',
    '/cart/lines',
    '/cart/lines/:id',
    '/cart/lines/:id/remove',
    '/api/cart',
    '/api/cart/add',
    '/api/cart/:item_id',
  ],
  checkout: ['/checkout', '/api/shop/checkout'],
  'order-history': ['/orders/:number'],
};

test('every route is of the workflow that people know it by', () => {
  const addresses = new Set(mounted.map((route) => route.split(' ')[1] ?? ''));
  const found = Object.groupBy(addresses, (address) => workflows.ofRoute(address) ?? 'other');
  for (const [workflow, routes] of Object.entries(routesOf))
    assert.deepEqual(found[workflow as keyof typeof found]?.toSorted(), routes.toSorted(), workflow);
  assert.deepEqual(
    Object.keys(found).filter((workflow) => !(workflow in routesOf)),
    ['other'],
  );
});

test('what is of no shopper is of no workflow, unless its caller names one', () => {
  const others = mounted.map((route) => route.split(' ')[1] ?? '').filter((address) => !workflows.ofRoute(address));
  const known =
    /^\/(api\/(integrations\/|observability\/|version$)|assets\/|images\/|favicon\.ico$|health$|ready$|metrics$|openapi\.json$)/;
  assert.deepEqual(
    others.filter((address) => !known.test(address)),
    [],
  );
});
