import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TraceSpan } from '@octo/contracts/observatory.ts';
import { until } from '../drills/parts/wait.ts';
import { visitAs } from './crm/visit-as.ts';
import { openHouse } from './house/open-house.ts';
import { openObservatory } from './observatory/open-observatory.ts';
import { addToCart, type Confirmation, fillCheckout, placeOrder, readConfirmation } from './steps/buying.ts';
import { logsOf, spansOf } from './steps/observed.ts';

// Shop, CRM, workflow gateway and observatory as they run: whatever one request sets off is one trace in the observatory.

const observatory = await openObservatory();
after(() => observatory[Symbol.asyncDispose]());
const observed = { OTEL_EXPORTER_OTLP_ENDPOINT: observatory.url, LOG_LEVEL: 'info' };
const house = await openHouse({
  shop: observed,
  crm: { ...observed, OBSERVATORY_PUBLIC_URL: observatory.url },
  gateway: observed,
});
after(() => house[Symbol.asyncDispose]());

let ordered: Confirmation;
before(async () => {
  await using visitor = await house.visitShop();
  const { page } = visitor;
  await addToCart(page, '/products/1');
  await page.goto('/checkout');
  await fillCheckout(page);
  await placeOrder(page);
  ordered = await readConfirmation(page);
});

const shop = 'octo-drone-shop';
const crm = 'enterprise-crm-portal';
const gateway = 'octo-workflow-gateway';

type Wanted = Pick<TraceSpan, 'service' | 'kind' | 'name'>;

/** The trace, once these spans and the parents of all have come. */
async function wholeTrace(traceId: string, wanted: readonly Wanted[]): Promise<TraceSpan[]> {
  let spans: TraceSpan[] = [];
  const missing = () => wanted.filter((one) => !spans.some((span) => isLike(span, one)));
  const orphans = () => spans.filter(({ parentSpanId }) => parentSpanId !== null && !spans.some(hasId(parentSpanId)));
  await until(`the whole of trace ${traceId}`, async () => {
    spans = await spansOf(observatory.url, traceId);
    return missing().length === 0 && orphans().length === 0;
  });
  return spans;
}

function isLike(span: TraceSpan, { service, kind, name }: Wanted): boolean {
  return span.service === service && span.kind === kind && span.name === name;
}

function hasId(spanId: string) {
  return (span: TraceSpan) => span.spanId === spanId;
}

function only(spans: readonly TraceSpan[], wanted: Wanted): TraceSpan {
  const [found, ...others] = spans.filter((span) => isLike(span, wanted));
  assert.ok(found && others.length === 0, `one span ${wanted.name} of ${wanted.service}`);
  return found;
}

/** The way from a span up to the first of its trace, by name. */
function wayUp(spans: readonly TraceSpan[], span: TraceSpan): string[] {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return [`${span.service} ${span.name}`, ...(parent ? wayUp(spans, parent) : [])];
}

test('a checkout is one trace, from the page of the shop to the SQL of the CRM', async () => {
  const settled = { service: shop, kind: 'internal', name: 'messaging.settle_delivery' } as const;
  const booked = { service: crm, kind: 'client', name: 'INSERT order_acceptances' } as const;
  const reserved = { service: shop, kind: 'client', name: 'UPDATE stock_levels' } as const;
  const first = { service: shop, kind: 'server', name: 'POST /checkout' } as const;
  const heard = { service: crm, kind: 'server', name: 'POST /api/integrations/events' } as const;
  const spans = await wholeTrace(ordered.traceId, [settled, booked, reserved, first, heard]);

  assert.deepEqual(
    spans.filter(({ parentSpanId }) => parentSpanId === null),
    [only(spans, first)],
  );
  assert.deepEqual(wayUp(spans, only(spans, reserved)), [
    `${shop} UPDATE stock_levels`,
    `${shop} catalog.reserve_stock`,
    `${shop} orders.open_order`,
    `${shop} checkout.check_out`,
    `${shop} POST /checkout`,
  ]);
  assert.deepEqual(wayUp(spans, only(spans, booked)), [
    `${crm} INSERT order_acceptances`,
    `${crm} fulfilment.accept_placed_order`,
    `${crm} POST /api/integrations/events`,
    `${shop} POST /api/integrations/events`,
    `${shop} deliver order.placed`,
    `${shop} POST /checkout`,
  ]);
  for (const wanted of [first, heard])
    assert.equal(only(spans, wanted).attributes['octo.workflow.id'], 'checkout', wanted.name);
  for (const wanted of [reserved, booked]) assert.match(String(only(spans, wanted).attributes['db.query.text']), /\$1/);
});

test('the log lines of both services are found by that trace, and tell the workflow', async () => {
  const services = async () => {
    const logs = await logsOf(observatory.url, ordered.traceId);
    return new Set(logs.map(({ service }) => service));
  };
  await until('lines of both services', async () => (await services()).size === 2);
  assert.deepEqual([...(await services())].sort(), [crm, shop]);
  for (const { body, attributes } of await logsOf(observatory.url, ordered.traceId))
    assert.equal(attributes.workflow_id, 'checkout', body);
});

test('a query that an operator runs is one trace, from the CRM through the gateway to its SQL', async () => {
  await using visitor = await visitAs(house, 'support');
  const { page } = visitor;
  await page.goto('/query-lab?query=crm_customer_mix');
  await page.getByRole('button', { name: 'Run the query' }).click();
  const result = page.getByRole('region', { name: 'Result' });
  const opened = result.getByRole('link', { name: /^Open trace of this run/ });
  const traceId = new URL((await opened.getAttribute('href')) ?? '').pathname.split('/').at(-1) ?? '';

  const recorded = { service: gateway, kind: 'client', name: 'INSERT query_executions' } as const;
  const verb = { service: gateway, kind: 'internal', name: 'workflows.run_query' } as const;
  const first = { service: crm, kind: 'server', name: 'POST /api/query-lab/run' } as const;
  const spans = await wholeTrace(traceId, [recorded, verb, first]);
  const run = only(spans, verb);
  const statements = spans.filter(({ parentSpanId, attributes }) => {
    return parentSpanId === run.spanId && String(attributes['db.query.text']).includes('from query_');
  });
  assert.equal(statements.length, 1);
  for (const span of statements)
    assert.deepEqual(wayUp(spans, span).slice(1), [
      `${gateway} workflows.run_query`,
      `${gateway} POST /api/query-lab/run`,
      `${crm} POST /api/query-lab/run`,
      `${crm} POST /api/query-lab/run`,
    ]);
});

test('from the page of an order one click opens its trace', async () => {
  await using visitor = await visitAs(house, 'viewer');
  const { page } = visitor;
  await page.goto(`/orders?search=${ordered.orderNumber}`);
  await page.getByRole('link', { name: ordered.orderNumber }).click();
  const opening = page.context().waitForEvent('page');
  await page.getByRole('link', { name: /^Open trace of the checkout/ }).click();
  const trace = await opening;
  assert.equal(trace.url(), `${observatory.url}/traces/${ordered.traceId}`);
  await trace.getByRole('heading', { level: 1, name: 'POST /checkout' }).waitFor();
  await trace.getByText('deliver order.placed').first().waitFor();
  assert.equal(await trace.evaluate(() => window.opener), null);
});

test('a buyer is told the id of the trace, and nothing of where it can be opened', async () => {
  await using visitor = await house.visitShop();
  const { page, faults } = visitor;
  faults.expect(404);
  const told = [/\b[0-9a-f]{32}\b/, new RegExp(`:${new URL(observatory.url).port}\\b`)] as const;
  await page.goto('/nowhere');
  const html = await page.content();
  assert.match(html, told[0]);
  assert.doesNotMatch(html, told[1]);
  for (const path of ['/', '/cart', '/products/1', '/ready', '/openapi.json']) {
    await page.goto(path);
    assert.doesNotMatch(await page.content(), told[1], path);
  }
});
