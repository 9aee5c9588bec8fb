import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DatabaseSession } from '@octo/contracts/insight.ts';
import { getActivity, listSessions } from '@octo/contracts/insight.ts';
import type { TraceSpan } from '@octo/contracts/observatory.ts';
import { listAlarmEvents, listAlarms } from '@octo/contracts/observatory-alarms.ts';
import { getBrowserSession, listBrowserSessions } from '@octo/contracts/observatory-browser.ts';
import { listLogs } from '@octo/contracts/observatory-logs.ts';
import { getOverview } from '@octo/contracts/observatory-overview.ts';
import { buyer, type Confirmation } from '../e2e/steps/buying.ts';
import { logsOf, spansOf } from '../e2e/steps/observed.ts';
import { type Gap, gapsOfRequest, gapsOfTrace, medianGaps } from './gaps.ts';
import { eventually, openSignalHouse } from './house.ts';
import { buyInBrowser, buyOverHttp } from './journeys.ts';
import { openOrder, runQuery } from './steady/follow-operators.ts';
import { crm, only, shop, wayUp, wholeTrace } from './whole-trace.ts';

// A healthy platform as it runs: whatever one click sets off is one trace, in every signal and in every table that keeps its id.

// Alarms are looked at every second.
const house = await openSignalHouse({ observatory: { OBSERVATORY_ALARM_PACE: '10' } });
after(() => house[Symbol.asyncDispose]());
const { observatory, owner } = house;
const productId = 1;

let ordered: Confirmation & { orderId: number };
/** The database session of the checkout, while it waited. */
let session: DatabaseSession;
let spans: TraceSpan[];
const others: string[] = [];

const submitted = { service: 'browser', kind: 'internal', name: 'submit form /checkout' } as const;
const answered = { service: shop, kind: 'server', name: 'POST /checkout' } as const;
const reserved = { service: shop, kind: 'client', name: 'UPDATE stock_levels' } as const;
const settled = { service: shop, kind: 'internal', name: 'messaging.settle_delivery' } as const;
const heard = { service: crm, kind: 'server', name: 'POST /api/integrations/events' } as const;
const booked = { service: crm, kind: 'client', name: 'INSERT order_acceptances' } as const;

before(async () => {
  const visitor = await house.visitShop();
  const confirmation = await buyInBrowser(visitor.page, productId, async () => {
    const letGo = await keepStock();
    return async () => {
      session = await seeWaiting().finally(letGo);
    };
  });
  await visitor[Symbol.asyncDispose]();
  const { id } = await owner
    .selectFrom('orders')
    .select('id')
    .where('orderNumber', '=', confirmation.orderNumber)
    .executeTakeFirstOrThrow();
  ordered = { ...confirmation, orderId: id };
  for (let bought = 0; bought < 21; bought += 1)
    others.push(await buyOverHttp(house.urls.shop, productId + 1 + bought));
  const wanted = [submitted, answered, reserved, settled, heard, booked];
  spans = await wholeTrace(observatory.url, ordered.traceId, wanted);
});

/** Whoever wants the product waits, until the result is called. */
async function keepStock(): Promise<() => Promise<void>> {
  const shelf = await owner.startTransaction().execute();
  await shelf.selectFrom('stockLevels').select('quantity').where('productId', '=', productId).forUpdate().execute();
  return async () => void (await shelf.rollback().execute());
}

/** The database's own view of the checkout. */
async function seeWaiting(): Promise<DatabaseSession> {
  const waiting = await eventually('the checkout to wait', async () => {
    const { sessions } = await observatory.ask(listSessions);
    return sessions.find(({ waitClass, action }) => waitClass === 'Lock' && action !== null);
  });
  await eventually('a sample of it', async () => {
    const { steps } = await observatory.ask(getActivity, '/api/database/activity?minutes=1');
    return steps.find(({ byWaitClass }) => byWaitClass.Lock);
  });
  return waiting;
}

test('an order is one trace from the click in the browser to the SQL of the CRM, without a gap in descent', () => {
  const root = only(spans, submitted);
  assert.deepEqual(
    spans.filter(({ parentSpanId }) => parentSpanId === null),
    [root],
  );
  assert.deepEqual([root.isUntrusted, root.resource['octo.app']], [true, 'shop']);
  for (const name of ['POST /checkout', 'GET /orders/:number', 'load /orders/:number'])
    assert.equal(spans.find((span) => span.name === name)?.parentSpanId, root.spanId, name);
  assert.deepEqual(wayUp(spans, only(spans, reserved)), [
    `${shop} UPDATE stock_levels`,
    `${shop} catalog.reserve_stock`,
    `${shop} orders.open_order`,
    `${shop} checkout.check_out`,
    `${shop} POST /checkout`,
    'browser submit form /checkout',
  ]);
  assert.deepEqual(wayUp(spans, only(spans, booked)), [
    `${crm} INSERT order_acceptances`,
    `${crm} fulfilment.accept_placed_order`,
    `${crm} POST /api/integrations/events`,
    `${shop} POST /api/integrations/events`,
    `${shop} deliver order.placed`,
    `${shop} POST /checkout`,
    'browser submit form /checkout',
  ]);
  for (const wanted of [answered, heard])
    assert.equal(only(spans, wanted).attributes['octo.workflow.id'], 'checkout', wanted.name);
  for (const wanted of [reserved, booked]) assert.match(String(only(spans, wanted).attributes['db.query.text']), /\$1/);
});

test('the log lines of both services are found by that trace, and none tells of an error', async () => {
  const lines = await eventually('lines of both services', async () => {
    const lines = await logsOf(observatory.url, ordered.traceId);
    return [shop, crm].every((name) => lines.some(({ service }) => service === name)) ? lines : undefined;
  });
  const placed = lines.find(({ body }) => body === 'order placed');
  assert.equal(placed?.attributes.order_id, ordered.orderId);
  assert.ok(spans.some(({ spanId }) => spanId === placed?.spanId));
  const { logs } = await observatory.ask(listLogs, '/api/logs?severity=ERROR');
  assert.deepEqual(logs, []);
});

test('the database knows for whom its session worked: service, verb and trace', async () => {
  const { module, action, traceId, sqlId } = session;
  assert.deepEqual([module, action, traceId], [shop, 'catalog.reserve_stock', ordered.traceId]);
  const statement = spans.find((span) => span.attributes['octo.sql_id'] === sqlId);
  assert.equal(statement?.name, 'SELECT stock_levels');
  assert.equal(String(statement.attributes['octo.db.backend_pid']), session.sessionId);
  await eventually('the activity to be told by trace', async () => {
    const { traces } = await observatory.ask(getActivity, '/api/database/activity?minutes=5');
    return traces.find(({ key }) => key === ordered.traceId);
  });
});

test('every table that keeps a trace has that of the click: order, outbox, acceptance, movements, events and audit', async () => {
  const { orderId, traceId } = ordered;
  const audited = spans.filter(({ name }) => name === 'security.record_audit').length;
  const ofOrder = async (table: 'orderAcceptances' | 'orderEvents' | 'stockMovements') =>
    (await owner.selectFrom(table).select('traceId').where('orderId', '=', orderId).execute()).map(
      (row) => row.traceId,
    );
  const { traceparent } = await owner
    .selectFrom('outbox')
    .select('traceparent')
    .where('orderId', '=', orderId)
    .executeTakeFirstOrThrow();
  assert.equal(traceparent, `00-${traceId}-${only(spans, answered).spanId}-01`);
  for (const table of ['orderAcceptances', 'orderEvents', 'stockMovements'] as const)
    assert.deepEqual([...new Set(await ofOrder(table))], [traceId], table);
  const audit = await owner.selectFrom('auditLogs').select('actionName').where('traceId', '=', traceId).execute();
  assert.ok(audit.length > 0 && audit.length === audited, `${audit.length} entries of ${audited} spans`);
  assert.deepEqual(await owner.selectFrom('securityEvents').select('id').where('traceId', '=', traceId).execute(), []);
});

test('the money agrees: what the buyer read, order, payment, charge, invoice, and the revenue that was counted', async () => {
  const one = async (table: 'payments' | 'simulatedCharges' | 'invoices') =>
    (await owner.selectFrom(table).select('amount').where('orderId', '=', ordered.orderId).execute()).map(
      ({ amount }) => Number(amount),
    );
  const total = Number(ordered.total.replace(/[$,]/g, ''));
  for (const table of ['payments', 'simulatedCharges', 'invoices'] as const)
    assert.deepEqual(await one(table), [total], table);
  const { orders, revenue } = await owner
    .selectFrom('orders')
    .select(({ fn }) => [fn.countAll<string>().as('orders'), fn.sum<string>('total').as('revenue')])
    .where('traceId', 'in', [ordered.traceId, ...others])
    .executeTakeFirstOrThrow();
  await eventually('all orders to be counted', async () => {
    const { business } = await observatory.ask(getOverview, '/api/overview?minutes=60');
    const isCounted = business.orders === Number(orders) && business.revenue === Number(revenue);
    return isCounted || undefined;
  });
});

test('the visit is told step by step with its traces, and without the buyer', async () => {
  const { sessions } = await observatory.ask(listBrowserSessions, '/api/browser/sessions?app=shop');
  assert.equal(sessions.length, 1);
  const { steps } = await observatory.ask(getBrowserSession, `/api/browser/sessions/${sessions[0]?.sessionId}`);
  const names = steps.map(({ name }) => name);
  for (const name of ['add_to_cart', 'checkout_start', 'checkout_complete', 'click link /cart', 'load /checkout'])
    assert.ok(names.includes(name), `${name} among ${names.join(', ')}`);
  const added = steps.find(({ name }) => name === 'POST /api/cart/add');
  const serverSpans = await spansOf(observatory.url, added?.traceId ?? '');
  assert.ok(serverSpans.some(({ service, parentSpanId }) => service !== 'browser' && parentSpanId === added?.spanId));
  assert.ok(steps.some(({ kind, traceId }) => kind === 'web_vital' && traceId === ordered.traceId));
  const everything = JSON.stringify([steps, spans]);
  for (const secret of [buyer.name, buyer.email, 'Bryggen']) assert.ok(!everything.includes(secret), secret);
});

test('no span is missing: whatever takes a twentieth of a checkout has one', async () => {
  const bought = { service: shop, kind: 'server', name: 'POST /api/shop/checkout' } as const;
  const traces = await Promise.all(others.map((id) => wholeTrace(observatory.url, id, [bought, settled, booked])));
  const ofRequests = (of: TraceSpan[][]) => medianGaps(of.map((all) => gapsOfRequest(all, only(all, bought))));
  const isLarge = ({ share }: Gap) => share > 0.05;
  assert.deepEqual(ofRequests(traces).filter(isLarge), []);
  assert.deepEqual(medianGaps(traces.map(gapsOfTrace)).filter(isLarge), []);
  // Were a verb without its span, this would tell.
  const shorn = traces.map((all) => withoutBranch(all, 'orders.open_order'));
  assert.match(
    ofRequests(shorn)
      .filter(isLarge)
      .map(({ place }) => place)
      .join(),
    /cart.take_cart → COMMIT/,
  );
});

function withoutBranch(all: readonly TraceSpan[], name: string): TraceSpan[] {
  const isBelow = (span: TraceSpan) => wayUp(all, span).some((step) => step.endsWith(` ${name}`));
  return all.filter((span) => !isBelow(span));
}

test('what an operator runs is one trace, from the CRM through the gateway to its SQL', () => runQuery(house));

test('in the CRM a click, the page that it shows and what that asks for are one trace, and an order leads to its own', () =>
  openOrder(house, ordered));

test('a buyer is told the id of the trace, and nothing of where it can be opened', async () => {
  await using visitor = await house.visitShop();
  const { page, faults } = visitor;
  faults.expect(404);
  const told = [/\b[0-9a-f]{32}\b/, new RegExp(`:${new URL(observatory.url).port}\\b`)] as const;
  // Where browsers tell of visits is no place to look at anything.
  const shown = async () => (await page.content()).replace(/<meta name="octo-rum"[^>]*>/, '');
  await page.goto('/nowhere');
  assert.match(await shown(), told[0]);
  for (const path of ['/nowhere', '/', '/cart', '/products/1', '/ready', '/openapi.json']) {
    await page.goto(path);
    assert.doesNotMatch(await shown(), told[1], path);
  }
});

test('every alarm stays quiet', async () => {
  const told = Date.now();
  const alarms = await eventually('the alarms to be looked at', async () => {
    const { checkedAt, alarms } = await observatory.ask(listAlarms);
    return Date.parse(checkedAt ?? '') > told ? alarms : undefined;
  });
  const isQuiet = ({ state }: { state: string }) => state === 'ok' || state === 'no_data';
  assert.deepEqual(
    alarms.filter((alarm) => !isQuiet(alarm)),
    [],
  );
  const judged = alarms.filter(({ state }) => state === 'ok').map(({ id }) => id);
  for (const id of ['shop-checkout-availability.fast', 'database.locks', `silent.${crm}`, 'telemetry.dropped'])
    assert.ok(judged.includes(id), `${id} among ${judged.join(', ')}`);
  assert.deepEqual((await observatory.ask(listAlarmEvents)).events, []);
});
