import assert from 'node:assert/strict';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import type { Api } from './api.ts';
import { internalKey } from './house.ts';
import type { Walk } from './walk.ts';

const buyer = { customer_name: 'Ada Crawler', customer_email: 'ada@example.com', shipping_address: '1 Harbour Road' };
const session = { session_id: 'a-session-of-the-crawl' };
const service = { [internalKeyHeader]: internalKey };

/** By how they are paid. */
export interface PlacedOrders {
  transfer: number;
  card: number;
}

/** Calls every endpoint of the shop as it should be called. Two of its orders are left for the CRM. */
export async function useShopApi(api: Api): Promise<PlacedOrders> {
  for (const path of ['/health', '/ready', '/api/version', '/api/categories', '/api/shop/storefront'])
    await api.call(`GET ${path}`);
  await api.call('GET /api/shop/locations');
  const { products } = await api.call('GET /api/products');
  const { id } = Object(products)[0];
  await api.call('GET /api/products/{id}', { params: { id } });
  const add = { body: { ...session, product_id: id } };
  const { item_id } = await api.call('POST /api/cart/add', add);
  await api.call('PATCH /api/cart/{item_id}', {
    params: { item_id: Number(item_id) },
    body: { ...session, quantity: 2 },
  });
  await api.call('GET /api/cart', { query: session });
  await api.call('DELETE /api/cart/{item_id}', { params: { item_id: Number(item_id) }, query: session });
  const buy = async (payment: object) => {
    await api.call('POST /api/cart/add', add);
    return await api.call('POST /api/shop/checkout', { body: { ...session, ...buyer, ...payment } });
  };
  const paid = await buy({ payment_method: 'bank_transfer' });
  await api.call('GET /api/integrations/schema', { headers: service });
  // The CRM that it would ask is nowhere to be found.
  const enrichment = { headers: service, query: { customer_id: 1 }, status: 503 };
  await api.call('GET /api/integrations/crm/customer-enrichment', enrichment);
  await api.call('GET /api/integrations/workflow-gateway', { headers: service });
  for (const part of ['', '/app-health', '/db-health', '/security'])
    await api.call(`GET /api/observability/360${part}`, { headers: service });
  const payload = {
    order_id: paid.order_id,
    order_number: paid.order_number,
    amount: paid.total,
    currency: paid.currency,
    reference: 'a transfer',
  };
  const event = { id: uuidV7(), type: 'payment.received', created_at: new Date().toISOString(), payload };
  await api.call('POST /api/integrations/events', { headers: service, body: event });
  const changed = { ...event, payload: { ...payload, reference: 'another' } };
  await api.refused('POST /api/integrations/events', { headers: service, body: changed, status: 409 });
  const transfer = await buy({ payment_method: 'bank_transfer' });
  const card = await buy({ payment_method: 'credit_card', payment_token: 'tok_accepted' });
  return { transfer: Number(transfer.order_id), card: Number(card.order_id) };
}

/** Buys something as a browser without scripts does, with the mistakes that people make; returns its cookie. */
export async function buyByForms({ ask }: Walk): Promise<string> {
  const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const { body: shelf } = await ask('/shop', { headers: { accept: 'text/html' } });
  const id = /href="\/products\/(\d+)"/.exec(shelf)?.[1] ?? '';
  const added = await ask('/cart/lines', { method: 'POST', headers: form, body: `product_id=${id}` });
  const [cookie = ''] = added.cookies;
  const headers = { ...form, cookie };
  const post = (path: string, fields: Record<string, string>) =>
    ask(path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
  assert.equal(
    (await post('/checkout', { ...buyer, customer_email: 'nobody', payment_method: 'credit_card' })).status,
    400,
  );
  const declined = { ...buyer, payment_method: 'credit_card', payment_token: 'tok_declined' };
  assert.equal((await post('/checkout', declined)).status, 402);
  await ask('/checkout', { headers });
  await post('/cart/lines', { product_id: id, quantity: '99' });
  const { status, location = '' } = await post('/checkout', { ...declined, payment_token: 'tok_accepted' });
  assert.equal(status, 303);
  assert.equal((await ask(location, { headers })).status, 200);
  return cookie;
}
