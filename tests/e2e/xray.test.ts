import { after, test } from 'node:test';
import { until } from '../drills/parts/wait.ts';
import { visitAs } from './crm/visit-as.ts';
import { openHouse } from './house/open-house.ts';
import { openObservatory } from './observatory/open-observatory.ts';
import { inspectPage } from './page-quality/inspect-page.ts';
import { phone } from './shop/visitor.ts';

// An operator looks behind what they see: from every kind of record to a trace in which that record was worked on.

const observatory = await openObservatory();
after(() => observatory[Symbol.asyncDispose]());
const sending = { OTEL_EXPORTER_OTLP_ENDPOINT: observatory.url, OTEL_BSP_SCHEDULE_DELAY: '100' };
const house = await openHouse({
  shop: sending,
  crm: { ...sending, SERVICE_OBSERVATORY_URL: observatory.url, OBSERVATORY_PUBLIC_URL: observatory.url },
});
after(() => house[Symbol.asyncDispose]());
const productId = 3;

/** An order that the CRM has accepted, with its invoice. */
async function buy(): Promise<{ id: number; number: string }> {
  await using visitor = await house.visitShop();
  const { request } = visitor.page;
  const session_id = 'an-operator-looks-behind-it';
  await request.post('/api/cart/add', { data: { product_id: productId, quantity: 1, session_id } });
  const buyer = { customer_name: 'Ada Buyer', customer_email: 'ada@buyer.test', shipping_address: 'Here 1' };
  const data = { session_id, payment_method: 'bank_transfer', ...buyer };
  const bought = await (await request.post('/api/shop/checkout', { data })).json();
  return { id: bought.order_id, number: bought.order_number };
}

const order = await buy();
const staff = await visitAs(house, 'admin');
after(() => staff[Symbol.asyncDispose]());
const { page, faults } = staff;

/** Goes to a page, looks behind a record on it, and reads in the observatory what the trace tells that it leads to. */
async function look(path: string, mark: string | RegExp, ...told: RegExp[]): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: mark }).first().click();
  const drawer = page.getByRole('dialog', { name: 'X-ray' });
  await drawer.getByRole('list', { name: 'Spans of the trace' }).waitFor();
  const link = drawer.getByRole('link', { name: 'Open in the observatory' }).first();
  const [, traceId] = /\/traces\/([0-9a-f]{32})$/.exec((await link.getAttribute('href')) ?? '') ?? [];
  await until(`the trace of ${mark} to tell ${told}`, async () => {
    const trace = await (await fetch(`${observatory.url}/api/traces/${traceId}`)).text();
    return told.every((part) => part.test(trace));
  });
}

await page.goto(`/orders/${order.id}`);
await page.getByText(`INV-${order.id}`).waitFor();

const ofTheOrder = new RegExp(`"octo.order.id":${order.id}\\b`);
const marks: Record<string, { mark: string | RegExp; trace: RegExp }> = {
  order: { mark: `X-ray of order ${order.number}`, trace: ofTheOrder },
  line: { mark: /^X-ray of line /, trace: ofTheOrder },
  invoice: { mark: `X-ray of invoice INV-${order.id}`, trace: ofTheOrder },
  message: { mark: 'X-ray of message order.placed', trace: /"messaging.message.id":"[0-9a-f-]{36}"/ },
};
for (const [kind, { mark, trace }] of Object.entries(marks))
  test(`the mark of the ${kind} leads to the trace of the checkout, down to the statement`, async () => {
    await look(`/orders/${order.id}`, mark, trace, /"octo.sql_id":"[0-9a-z]{13}"/);
    const statements = page.getByRole('dialog').getByRole('region', { name: 'SQL statements' });
    await statements
      .getByText(/^insert into /)
      .first()
      .waitFor();
  });

test('the mark of a customer leads to the trace of what they bought', async () => {
  const { customerId } = await house.owner
    .selectFrom('orders')
    .where('id', '=', order.id)
    .select('customerId')
    .executeTakeFirstOrThrow();
  await look(`/customers/${customerId}`, /^X-ray of customer /, ofTheOrder);
});

test('the marks of a product, of its stock movement and of the entry in the audit lead to the correction', async () => {
  await page.goto(`/products/${productId}`);
  await page.getByLabel('Units', { exact: true }).fill('2');
  await page.getByLabel('Reason').fill('Counted again');
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await page.getByRole('region', { name: 'History' }).getByText('Stock corrected').first().waitFor();
  const correction = new RegExp(`/api/products/${productId}/stock-movements`);
  await look(`/products/${productId}`, /^X-ray of product /, correction);
  await look(`/products/${productId}`, 'X-ray of stock movement Counted again', correction);
  await look('/audit?action=products.stock', 'X-ray of stock corrected', correction);
});

test('the mark of an error leads to its own trace, and x on a page to that of its record', async () => {
  faults.expect(404);
  await look('/products/999999999', 'X-ray of what went wrong', /\/api\/products\/999999999/);
  await page.goto(`/orders/${order.id}`);
  await page.getByRole('button', { name: `X-ray of order ${order.number}` }).waitFor();
  await page.keyboard.press('x');
  await page.getByRole('dialog').getByRole('heading', { name: order.number }).waitFor();
  await inspectPage(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('the story is a page as well, and its chosen trace stands in the address', async () => {
  await page.goto(`/orders/${order.id}`);
  await page.getByRole('button', { name: `X-ray of order ${order.number}` }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'This story as a page' }).click();
  await page.waitForURL(`**/xray/order/${order.id}`);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const traces = page.getByRole('region', { name: 'What touched it' }).getByRole('button');
  await traces.first().click();
  await page.waitForURL(/\?trace=[0-9a-f]{32}$/);
  await page.setViewportSize(phone);
  await page.getByRole('region', { name: 'Log lines' }).waitFor();
});
