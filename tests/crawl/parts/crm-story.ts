import assert from 'node:assert/strict';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import type { Account } from '../../drills/parts/operator.ts';
import { until } from '../../drills/parts/wait.ts';
import type { Api } from './api.ts';
import { type House, internalKey } from './house.ts';
import type { PlacedOrders } from './shop-story.ts';
import type { Walk } from './walk.ts';

const service = { [internalKeyHeader]: internalKey };

/** Who signs in: one may do everything, the other look around. */
export interface Staff {
  boss: Account;
  guest: Account;
  guestId: number;
}

/** Signs somebody in, and returns the cookie. */
export async function signIn({ ask }: Walk, account: Account): Promise<{ cookie: string }> {
  const { status, body, cookies } = await ask('/api/auth/login', { method: 'POST', body: account });
  assert.equal(status, 200, body);
  return { cookie: cookies.join('; ') };
}

/** Calls every endpoint of the CRM as it should be called. */
export async function useCrmApi(walk: Walk, api: Api, house: House, orders: PlacedOrders, staff: Staff): Promise<void> {
  await api.call('POST /api/auth/login', { headers: {}, body: staff.boss });
  await api.call('POST /api/auth/logout', { headers: await signIn(walk, staff.guest) });
  await api.call('POST /api/auth/logout-everywhere', { headers: await signIn(walk, staff.guest) });
  for (const path of ['/health', '/ready', '/api/version', '/api/auth/session']) await api.call(`GET ${path}`);
  await workOnOrders(api, house, orders);
  await workOnSync(api, house);
  await workOnProducts(api);
  await workOnShops(api);
  const { customers } = await api.call('GET /api/customers');
  const [customer] = asList(customers);
  await api.call('GET /api/customers/{id}', { params: { id: Number(customer?.id) } });
  await api.call('GET /api/integrations/schema', { headers: service });
  await api.call('GET /api/integrations/customers/enrichment', {
    headers: service,
    query: { customer_id: Number(customer?.id) },
  });
  await api.call('GET /api/dashboard/summary');
  await workOnPlatform(api);
  await workOnUsers(api, staff);
  await api.call('GET /api/admin/audit-logs');
  await lookAtHowItDoes(api, orders);
  await tryToBreak(api);
}

/** Nobody breaks production on purpose, whoever they are. */
async function tryToBreak(api: Api): Promise<void> {
  await api.call('GET /api/simulation/faults', { status: 404 });
  await api.call('POST /api/simulation/faults', { status: 404, body: { fault_id: 'slow-statement' } });
  await api.call('DELETE /api/simulation/faults/{fault_id}', { status: 404, params: { fault_id: 'slow-statement' } });
}

async function lookAtHowItDoes(api: Api, { card }: PlacedOrders): Promise<void> {
  for (const part of ['', '/app-health', '/db-health', '/sync-health', '/integration-health', '/security'])
    await api.call(`GET /api/observability/360${part}`);
  const { traces } = await api.call('GET /api/observability/xray/{kind}/{id}', { params: { kind: 'order', id: card } });
  const { trace_id } = asList(traces)[0] ?? {};
  await api.call('GET /api/observability/traces/{trace_id}', { params: { trace_id: String(trace_id) } });
}

async function workOnOrders(api: Api, { owner }: House, orders: PlacedOrders): Promise<void> {
  await api.call('GET /api/orders');
  const { id, payload, createdAt, eventType } = await owner
    .selectFrom('outbox')
    .where('orderId', '=', orders.transfer)
    .select(['id', 'payload', 'createdAt', 'eventType'])
    .executeTakeFirstOrThrow();
  await api.call('POST /api/integrations/events', {
    headers: service,
    body: { id, type: eventType, created_at: createdAt.toISOString(), payload: JSON.parse(payload) },
  });
  await api.call('POST /api/orders/{id}/payment', {
    params: { id: orders.transfer },
    body: { reference: 'a transfer' },
  });
  await api.call('PATCH /api/orders/{id}/status', { params: { id: orders.card }, body: { status: 'accepted' } });
  await api.call('PATCH /api/orders/{id}/fulfilment', { params: { id: orders.card }, body: { status: 'picking' } });
  await api.call('GET /api/orders/{id}', { params: { id: orders.card } });
}

/** Two messages are made dead letters; the others go on failing, because nobody is where the CRM should be. */
async function workOnSync(api: Api, { owner }: House): Promise<void> {
  const messages = await owner.selectFrom('outbox').where('producer', '=', 'shop').select('id').orderBy('id').execute();
  const [first, second] = messages.map(({ id }) => ({ event_id: id, consumer: 'crm' }));
  assert.ok(first && second);
  await owner
    .updateTable('outboxDeliveries')
    .set({ deadAt: new Date(), nextAttemptAt: null, leaseOwner: null, leaseUntil: null })
    .where('eventId', 'in', [first.event_id, second.event_id])
    .execute();
  await api.call('GET /api/sync');
  await api.call('GET /api/sync/deliveries');
  await api.call('POST /api/sync/deliveries/{event_id}/{consumer}/retry', { params: first });
  await api.call('POST /api/sync/deliveries/{event_id}/{consumer}/discard', { params: second });
}

async function workOnProducts(api: Api): Promise<void> {
  await api.call('GET /api/products');
  await api.call('GET /api/products/categories');
  await api.call('GET /api/warehouses');
  const novelty = { name: 'Crawler', sku: 'CRAWL-1', category: 'Drones', price: 12.5, stock: 3 };
  const { product } = await api.call('POST /api/products', { body: novelty });
  const { id, version } = Object(product);
  const params = { id: Number(id) };
  await api.call('PATCH /api/products/{id}', { params, body: { version, name: 'Crawler II' } });
  await api.refused('PATCH /api/products/{id}', { params, body: { version, name: 'Crawler III' }, status: 409 });
  await api.call('POST /api/products/{id}/stock-movements', { params, body: { delta: -1, reason: 'lost' } });
  await api.call('GET /api/products/{id}/stock-movements', { params });
  await api.call('GET /api/products/{id}/history', { params });
  await api.call('GET /api/products/{id}', { params });
}

async function workOnShops(api: Api): Promise<void> {
  await api.call('GET /api/shops');
  const { shop } = await api.call('POST /api/shops', { body: { slug: 'crawl', name: 'Crawl', region: 'eu' } });
  const { id, version } = Object(shop);
  const params = { id: Number(id) };
  await api.call('PATCH /api/shops/{id}', { params, body: { version, storefront_url: 'https://shop.octo.test' } });
  await api.call('GET /api/shops/{id}', { params });
}

async function workOnPlatform(api: Api): Promise<void> {
  const { queries } = await api.call('GET /api/workflows/catalog');
  for (const { name, expected_failure } of asList(queries))
    if (expected_failure === true) await api.call('POST /api/query-lab/run', { body: { query_name: String(name) } });
  await api.call('POST /api/query-lab/run', { body: { query_name: 'orders_backlog' } });
  await api.refused('POST /api/query-lab/run', { body: { query_name: 'many_rows_probe' }, status: 422 });
  await api.refused('POST /api/query-lab/run', { body: { query_name: 'no_such_query' }, status: 404 });
  await api.call('GET /api/query-lab/executions');
  const { id } = await sweep(api);
  await api.call('GET /api/workflows/runs');
  await api.call('GET /api/workflows/runs/{run_id}', { params: { run_id: Number(id) } });
  await api.call('GET /api/components/snapshots');
  await api.call('GET /api/workflows/overview');
  // The shop that it would ask is nowhere to be found.
  await api.call('GET /api/platform/gateway-at-shop', { status: 503 });
}

/** Sweeps by hand, as soon as the sweep that the gateway makes by itself is over. */
async function sweep(api: Api): Promise<Record<string, unknown>> {
  await until('the first sweep to end', async () => {
    const { items } = await api.call('GET /api/workflows/runs');
    return asList(items).every(({ status }) => status !== 'running');
  });
  return await api.call('POST /api/workflows/runs');
}

async function workOnUsers(api: Api, { guestId: id }: Staff): Promise<void> {
  await api.call('GET /api/admin/users');
  await api.call('PATCH /api/admin/users/{id}/role', { params: { id }, body: { role: 'viewer' } });
  await api.call('PATCH /api/admin/users/{id}', { params: { id }, body: { is_active: true } });
  await api.call('POST /api/admin/users/{id}/logout-everywhere', { params: { id } });
}

function asList(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value : [];
}
