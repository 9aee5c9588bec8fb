import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as admin from '@octo/contracts/crm/admin.ts';
import * as auth from '@octo/contracts/crm/auth.ts';
import * as customers from '@octo/contracts/crm/customers.ts';
import * as dashboard from '@octo/contracts/crm/dashboard.ts';
import * as orders from '@octo/contracts/crm/orders.ts';
import * as platform from '@octo/contracts/crm/platform.ts';
import * as products from '@octo/contracts/crm/products.ts';
import * as shops from '@octo/contracts/crm/shops.ts';
import * as sync from '@octo/contracts/crm/sync.ts';
import * as xray from '@octo/contracts/crm/xray.ts';
import type { GuardedEndpoint } from '@octo/contracts/endpoint.ts';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import * as queryLab from '@octo/contracts/query-lab.ts';
import * as workflows from '@octo/contracts/workflows.ts';
import { mountedBy } from '@octo/platform/testing/mounted-routes.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { databaseContent } from './testing/database-content.ts';
import { staffCookie } from './testing/staff.ts';
import { createTestShop } from './testing/test-shop.ts';

const { built: t, routes: mounted } = await mountedBy(() => createTestShop());
after(() => t[Symbol.asyncDispose]());
const { app, owner } = t;
const routes = mounted.filter((route) => !route.startsWith('HEAD '));

/** All that the shop is for. Whoever adds a route decides here which of these it is. */
const purposes: Record<string, readonly string[]> = {
  'to look at the catalogue': [
    'GET /',
    'GET /shop',
    'GET /products/:id',
    'GET /locations',
    'GET /api/products',
    'GET /api/products/:id',
    'GET /api/categories',
    'GET /api/shop/storefront',
    'GET /api/shop/locations',
  ],
  'to fill a cart': [
    'GET /cart',
    'POST /cart/lines',
    'POST /cart/lines/:id',
    'POST /cart/lines/:id/remove',
    'GET /api/cart',
    'POST /api/cart/add',
    'PATCH /api/cart/:item_id',
    'DELETE /api/cart/:item_id',
  ],
  'to buy': ['GET /checkout', 'POST /checkout', 'POST /api/shop/checkout', 'GET /orders/:number'],
  'to talk with our other services': [
    'POST /api/integrations/events',
    'GET /api/integrations/schema',
    'GET /api/integrations/crm/customer-enrichment',
    'GET /api/integrations/workflow-gateway',
    'GET /api/observability/360',
    'GET /api/observability/360/app-health',
    'GET /api/observability/360/db-health',
    'GET /api/observability/360/security',
  ],
  'to be drawn': ['GET /assets/:hash/:name', 'GET /images/products/:file', 'GET /favicon.ico'],
  'to be run': ['GET /health', 'GET /ready', 'GET /metrics', 'GET /api/version', 'GET /openapi.json'],
};

test('every route of the shop has a purpose, and none is to administer anything', () => {
  assert.deepEqual(routes.toSorted(), Object.values(purposes).flat().toSorted());
});

test('what writes is a cart, a checkout or a message of our other services', () => {
  const writes = routes.filter((route) => !route.startsWith('GET '));
  assert.ok(writes.length > 5);
  const [cart = [], buy = [], services = []] = ['to fill a cart', 'to buy', 'to talk with our other services'].map(
    (purpose) => purposes[purpose] ?? [],
  );
  assert.deepEqual(
    writes.filter((route) => ![...cart, ...buy, ...services].includes(route)),
    [],
  );
});

function isEndpoint(value: unknown): value is GuardedEndpoint {
  return typeof value === 'object' && value !== null && 'path' in value && 'access' in value;
}

const controlPlane = [
  admin,
  auth,
  customers,
  dashboard,
  orders,
  platform,
  products,
  shops,
  sync,
  xray,
  queryLab,
  workflows,
]
  .flatMap((contract) => Object.values(contract))
  .filter(isEndpoint);
const staffPages = [
  '/admin',
  '/login',
  '/customers',
  '/orders',
  '/shops',
  '/sync',
  '/query-lab',
  '/platform',
  '/audit',
  '/users',
  '/products/1/edit',
  '/observability',
  '/xray/order/1',
];

/** These the shop has too, for everybody: what is on sale. */
const shared = ['GET /api/products', 'GET /api/products/:id'];

const payload = { version: 1, price: 1, name: 'Mine', status: 'inactive', role: 'admin', delta: 1, reason: 'none' };

function ask(method: GuardedEndpoint['method'], path: string, headers: Record<string, string>) {
  const url = path.replace(':event_id', crypto.randomUUID()).replace(':consumer', 'shop').replace(/:\w+/g, '1');
  return app.inject({ method, url, headers, ...(method === 'GET' ? {} : { payload }) });
}

test('no cookie, key or claimed role opens an address of the control plane', async () => {
  const cookie = await staffCookie(owner);
  const callers: Record<string, Record<string, string>> = {
    nobody: {},
    'an administrator of the CRM': { cookie, accept: 'text/html' },
    'a service of ours': { [internalKeyHeader]: serviceKey },
    'somebody who claims to be one': { authorization: 'Bearer admin', 'x-role': 'admin', 'x-user-id': '1' },
  };
  const addresses = [
    ...controlPlane.map(({ method, path }) => ({ method, path })),
    ...staffPages.map((path) => ({ method: 'GET' as const, path })),
  ];
  assert.ok(controlPlane.length > 30);
  const before = await databaseContent(owner);
  for (const [caller, headers] of Object.entries(callers)) {
    for (const { method, path } of addresses.filter(({ method, path }) => !shared.includes(`${method} ${path}`))) {
      const { statusCode } = await ask(method, path, headers);
      // To read under an address of ours something that is no id of a product is bad input, here as anywhere.
      const closed = method === 'GET' ? [400, 404, 405] : [404, 405];
      assert.ok(closed.includes(statusCode), `${method} ${path} answers ${statusCode} to ${caller}`);
    }
    for (const path of ['/api/products', '/api/products/:id'])
      assert.equal((await ask('GET', path, headers)).payload, (await ask('GET', path, {})).payload, caller);
  }
  assert.deepEqual(await databaseContent(owner), before);
});
