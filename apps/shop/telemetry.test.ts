import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { oracleSqlId } from '@octo/platform/database/sql-id.ts';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { sampleProducts, setStorefrontStatus } from './testing/catalogue.ts';
import { createTracedShop, spansBelow } from './testing/traced-shop.ts';
import { visitorOf } from './testing/visitor.ts';

const t = await createTracedShop();
after(() => t[Symbol.asyncDispose]());
const { app, spans, lines } = t;
const [product] = await sampleProducts(t.owner);

const secret = {
  customer_name: 'Zoe Unmistakable',
  customer_email: 'zoe.unmistakable@example.com',
  shipping_address: '77 Unmistakable Street',
  notes: 'Unmistakable note',
};
const session_id = 'unmistakable-session';
const order = { ...secret, session_id, payment_method: 'credit_card', payment_token: 'tok_accepted' };

async function fillCart(): Promise<void> {
  await app.inject({ method: 'POST', url: '/api/cart/add', payload: { product_id: product.id, session_id } });
  spans.clear();
  lines.length = 0;
}

async function checkout(headers: Record<string, string> = {}, change: object = {}) {
  return await app.inject({ method: 'POST', url: '/api/shop/checkout', headers, payload: { ...order, ...change } });
}

function serverSpan() {
  const servers = spans.all().filter(({ kind }) => kind === SpanKind.SERVER);
  assert.equal(servers.length, 1);
  const [server] = servers;
  assert.ok(server);
  return server;
}

beforeEach(fillCart);

test('a checkout is one trace: request, verbs and statements, each under what called it', async () => {
  await checkout({ 'idempotency-key': 'k-1' });
  const all = spans.all();
  const server = serverSpan();
  const below = spansBelow(server, all);
  assert.equal(below.length, all.length - 1, 'no span stands apart');
  assert.equal(new Set(all.map((span) => span.spanContext().traceId)).size, 1);
  const verbs = below.filter(({ kind }) => kind === SpanKind.INTERNAL).map(({ name }) => name);
  assert.deepEqual(verbs, [
    'checkout.check_out',
    'cart.take_cart',
    'orders.open_order',
    'customers.find_or_add_customer',
    'payments.open_payment',
    'catalog.reserve_stock',
    'payments.charge_order',
    'orders.lock_order_for_update',
    'orders.close_pending_order',
    'payments.settle_payment',
    'messaging.send_message',
  ]);
  const [checkOut] = below;
  assert.ok(checkOut);
  assert.equal(spansBelow(checkOut, all).length, all.length - 2);
  const open = below.find(({ name }) => name === 'orders.open_order');
  assert.ok(open && spansBelow(open, all).some(({ name }) => name === 'catalog.reserve_stock'));
});

test('the server span says what was asked and answered', async () => {
  const answer = await checkout({ 'x-request-id': 'request-42' });
  const { name, attributes, status } = serverSpan();
  assert.equal(name, 'POST /api/shop/checkout');
  assert.equal(attributes['http.route'], '/api/shop/checkout');
  assert.equal(attributes['http.request.method'], 'POST');
  assert.equal(attributes['http.response.status_code'], 200);
  assert.equal(attributes['octo.request_id'], 'request-42');
  assert.equal(answer.headers['x-request-id'], 'request-42');
  assert.equal(status.code, SpanStatusCode.UNSET);
});

test('a statement says its text, its SQL_ID, its session and its rows', async () => {
  await checkout();
  const statements = spans.all().filter(({ kind }) => kind === SpanKind.CLIENT);
  const [commits, others] = [statements.filter(isCommit), statements.filter((span) => !isCommit(span))];
  assert.equal(commits.length, 2);
  assert.ok(others.length >= 15);
  for (const { name, attributes } of others) {
    const text = String(attributes['db.query.text']);
    assert.match(text, /^(select|insert|update|delete) /);
    assert.equal(attributes['octo.sql_id'], oracleSqlId(text), name);
    assert.ok(Number(attributes['octo.db.backend_pid']) > 1, name);
    assert.ok(Number.isInteger(attributes['db.response.returned_rows']), name);
    assert.equal(attributes['db.system.name'], 'postgresql');
  }
  const cart = others.find(({ name }) => name === 'SELECT cart_items');
  assert.equal(cart?.attributes['db.response.returned_rows'], 1);
});

function isCommit({ name }: { name: string }): boolean {
  return name === 'COMMIT';
}

test("joins the caller's trace; answer, order and event name it", async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const answer = await checkout({ traceparent: `00-${traceId}-b7ad6b7169203331-01` });
  const server = serverSpan();
  assert.equal(server.spanContext().traceId, traceId);
  assert.equal(server.parentSpanContext?.spanId, 'b7ad6b7169203331');
  assert.equal(answer.headers['x-trace-id'], traceId);
  assert.equal(answer.json().trace_id, traceId);
  const row = await t.owner
    .selectFrom('orders as o')
    .innerJoin('outbox as x', 'x.orderId', 'o.id')
    .where('o.id', '=', answer.json().order_id)
    .select(['o.traceId', 'x.traceparent'])
    .executeTakeFirst();
  assert.deepEqual(row, { traceId, traceparent: `00-${traceId}-${server.spanContext().spanId}-01` });
});

test('a traceparent that is none begins a trace of its own', async () => {
  for (const traceparent of ['garbage', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`, '']) {
    spans.clear();
    const { headers } = await app.inject({ url: '/health', headers: { traceparent } });
    assert.equal(serverSpan().spanContext().traceId, headers['x-trace-id']);
    assert.match(String(headers['x-trace-id']), /^(?!0{32})[0-9a-f]{32}$/);
  }
});

test('a declined card is an outcome and no error; a processor that is down is one', async () => {
  await checkout({}, { payment_token: 'tok_declined' });
  assert.ok(spans.all().every(({ status }) => status.code === SpanStatusCode.UNSET));
  assert.equal(serverSpan().attributes['http.response.status_code'], 402);
  assert.match(String(serverSpan().attributes['octo.outcome']), /^payments\./);
  spans.clear();
  await checkout({}, { payment_token: 'tok_processor_down' });
  assert.equal(serverSpan().status.code, SpanStatusCode.ERROR);
});

test('polls make no spans', async () => {
  await setStorefrontStatus(t, 'maintenance');
  await setStorefrontStatus(t, 'active');
  assert.deepEqual(
    spans.all().filter(({ attributes }) => attributes['octo.query'] !== undefined),
    [],
  );
});

test('a log line is JSON with the ids of its trace and its request', async () => {
  await checkout({ 'x-request-id': 'request-43' });
  const { traceId, spanId } = serverSpan().spanContext();
  const line = lines.find((candidate) => candidate['http.route'] === '/api/shop/checkout');
  assert.ok(line);
  const ids = [line.trace_id, line.span_id, line.oracleApmTraceId, line.oracleApmSpanId, line.request_id];
  assert.deepEqual(ids, [traceId, spanId, traceId, spanId, 'request-43']);
  assert.deepEqual([line.severity, line['http.response.status_code']], ['INFO', 200]);
  assert.equal(line['service.name'], 'octo-drone-shop');
});

test('nothing a person typed, and no secret, is on any span or log line', async () => {
  const visitor = visitorOf(app);
  await visitor.submit('/cart/lines', { product_id: String(product.id) });
  const form = { ...secret, payment_method: 'credit_card', payment_token: 'tok_accepted' };
  await visitor.submit('/checkout', { ...form, customer_email: 'unmistakable.but.wrong' });
  await visitor.submit('/checkout', { ...form, payment_token: 'tok_declined' });
  await visitor.submit('/checkout', { ...form, payment_token: 'tok_processor_down' });
  const { headers } = await visitor.submit('/checkout', form);
  await visitor.open(String(headers.location));
  await checkout({ 'idempotency-key': 'unmistakable-key', authorization: 'Bearer unmistakable' });
  await visitor.open('/shop?search=unmistakable&x=unmistakable');
  await app.inject({ url: '/api/cart?session_id=unmistakable-session' });
  await app.inject({ url: '/cart', headers: { cookie: 'octo_session=unmistakable', origin: 'https://a.example' } });
  const cookie = decodeURIComponent(visitor.cookie() ?? '').replace('octo_session=', '');
  assert.ok(spans.all().length > 80 && lines.length > 8 && cookie.length > 40);
  const told = [
    ...spans
      .all()
      .map(({ name, attributes, events, links, status, resource }) =>
        JSON.stringify([name, attributes, events, links, status, resource.attributes]),
      ),
    ...lines.map((line) => JSON.stringify(line)),
  ];
  const [sessionOfCookie = ''] = cookie.split('.');
  for (const word of ['nmistakable', 'tok_accepted', 'tok_declined', cookie, sessionOfCookie])
    assert.deepEqual(
      told.filter((text) => text.includes(word)),
      [],
      word,
    );
});
