import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openObservatory, sendRecorded, untilKept } from './observatory/open-observatory.ts';
import { recordedTrace } from './observatory/recorded-trace.ts';
import { phone } from './shop/visitor.ts';
import { tabTo } from './steps/keyboard.ts';

const house = await openObservatory();
after(() => house[Symbol.asyncDispose]());
const ids = await sendRecorded(house);

function heading(page: Page, name: string) {
  return page.getByRole('heading', { name, exact: true }).first();
}

function row(page: Page, name: RegExp) {
  return page.getByRole('treeitem', { name }).first();
}

test('a number of a service leads to the traces that it is made of', async () => {
  await using visitor = await house.visit('/');
  const { page } = visitor;
  const shop = page.getByRole('row', { name: /octo-drone-shop/ });
  await shop.getByRole('link', { name: /^1 \(50%\)$/ }).click();
  await heading(page, 'Traces').waitFor();
  const asked = new URL(page.url()).searchParams;
  assert.deepEqual([asked.get('service'), asked.get('status')], ['octo-drone-shop', 'error']);
  const rows = page.getByRole('table', { name: 'Traces' }).getByRole('row');
  await rows.nth(1).waitFor();
  assert.equal(await rows.count(), 2);
  await rows.nth(1).getByRole('link').click();
  await page.waitForURL(`**/traces/${ids['failed-checkout']}`);
});

test('a trace shows the way of a checkout from the shop over the database to the CRM', async () => {
  await using visitor = await house.visit(`/traces/${ids.checkout}`);
  const { page } = visitor;
  await heading(page, 'POST /api/shop/checkout').waitFor();
  const tree = page.getByRole('tree', { name: 'Spans' });
  for (const name of [
    /^POST \/api\/shop\/checkout/,
    /^checkout\.check_out/,
    /deliver order\.placed/,
    /INSERT invoices/,
  ])
    await tree.getByRole('treeitem', { name }).first().waitFor();
  const times = page.getByRole('region', { name: 'Time by service' });
  assert.match(await times.innerText(), /octo-drone-shop[\s\S]*enterprise-crm-portal/);
});

test('a statement is shown in lines, with its id, its rows and its session', async () => {
  await using visitor = await house.visit(`/traces/${ids.checkout}`);
  const { page } = visitor;
  await row(page, /SELECT cart_items/).click();
  const sql = page.getByRole('region', { name: 'SQL' });
  assert.match(
    await sql.locator('pre').innerText(),
    /^select id, product_id, quantity\nfrom cart_items\nwhere session_id = \$1/,
  );
  const facts = await sql.locator('dl').innerText();
  for (const known of [/SQL id\s+a4aupnbzah4jb/, /Rows\s+2/, /Query\s+cart\.lockCartLines/, /Database session\s+\d+/])
    assert.match(facts, known);
});

test('the chosen span is in the address, and a link with it leads there', async () => {
  await using visitor = await house.visit(`/traces/${ids.checkout}`);
  const { page } = visitor;
  await row(page, /INSERT invoices/).click();
  await page.waitForURL('**?span=*');
  await using friend = await house.visit(new URL(page.url()).pathname + new URL(page.url()).search);
  await heading(friend.page, 'INSERT invoices').waitFor();
  const chosen = friend.page.getByRole('treeitem', { selected: true });
  assert.match(await chosen.innerText(), /INSERT invoices/);
  assert.ok(await chosen.evaluate((element) => element === document.activeElement));
});

test('the keys alone go through a trace, fold it and find its errors', async () => {
  await using visitor = await house.visit(`/traces/${ids['failed-checkout']}`);
  const { page } = visitor;
  await row(page, /^Error: POST/).waitFor();
  // What failed first is what Tab leads to.
  await tabTo(page, /Error: checkout\.check_out/);
  await page.keyboard.press('ArrowUp');
  const selected = (name: RegExp) => page.getByRole('treeitem', { selected: true, name }).waitFor();
  const count = await page.getByRole('treeitem').count();
  await page.keyboard.press('ArrowDown');
  await selected(/checkout\.check_out/);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await page.getByRole('treeitem').count(), 2);
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.getByRole('treeitem').count(), count);
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
  await selected(/SELECT cart_items/);
  await page.keyboard.press('End');
  await page.keyboard.press('e');
  await page.locator('[role=treeitem][aria-selected=true]:focus', { hasText: 'Error: ' }).waitFor();
});

test('the way to an error unfolds what hides it', async () => {
  await using visitor = await house.visit(`/traces/${ids['failed-checkout']}`);
  const { page } = visitor;
  await row(page, /^Error: POST/).focus();
  await page.keyboard.press('ArrowLeft');
  assert.equal(await page.getByRole('treeitem').count(), 1);
  await page.getByRole('button', { name: /^Show the / }).click();
  await page
    .locator('[role=treeitem][aria-level="2"][aria-selected=true]', { hasText: 'Error: checkout.check_out' })
    .waitFor();
});

test('a line of the log leads to the span that it was written in', async () => {
  await using visitor = await house.visit('/logs?severity=ERROR');
  const { page } = visitor;
  await page
    .getByRole('link', { name: /^Trace / })
    .first()
    .click();
  await page.waitForURL(`**/traces/${ids['failed-checkout']}?span=*`);
  await page.getByRole('complementary', { name: 'The chosen span' }).getByText('request failed').waitFor();
});

test('a trace id that is pasted goes straight to its trace, in the search and in the finder', async () => {
  await using visitor = await house.visit('/traces');
  const { page } = visitor;
  await page.getByRole('searchbox', { name: 'Search traces' }).fill(ids.checkout.toUpperCase());
  await page.waitForURL(`**/traces/${ids.checkout}`);
  await heading(page, 'POST /api/shop/checkout').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Find anything' }).fill(ids['failed-checkout']);
  await page.getByText('Open trace').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/traces/${ids['failed-checkout']}`);
});

test('an attribute of a span leads to the traces that have it', async () => {
  await using visitor = await house.visit(`/traces/${ids['failed-checkout']}`);
  const { page } = visitor;
  await page.getByRole('link', { name: 'Traces with octo.outcome=payments.processor_down' }).click();
  await page.waitForURL('**/traces?q=octo.outcome%3Dpayments.processor_down');
  const rows = page.getByRole('table', { name: 'Traces' }).getByRole('row');
  await rows.nth(1).waitFor();
  assert.equal(await rows.count(), 2);
});

test('a trace that somebody is too early for appears by itself', async () => {
  const { traceId, traces } = recordedTrace('checkout', Date.now());
  const early = 'ea'.repeat(16);
  await using visitor = await house.visit('/status');
  const { page, faults } = visitor;
  faults.expect(404);
  await page.goto(`/traces/${early}`);
  await heading(page, 'Looking for this trace').waitFor();
  await house.send('traces', traces.replaceAll(traceId, early));
  await untilKept(`${house.url}/api/traces/${early}`);
  await heading(page, 'POST /api/shop/checkout').waitFor();
});

test('a span whose parent never came, and one of a browser, are shown as what they are', async () => {
  const orphan = 'ab'.repeat(16);
  const { traceId, traces } = recordedTrace('checkout', Date.now() - 60_000);
  const [first] = JSON.parse(traces.replaceAll(traceId, orphan)).resourceSpans;
  const spans = first.scopeSpans[0].spans.filter((span: { name: string }) => span.name !== 'checkout.check_out');
  await house.send('traces', JSON.stringify({ resourceSpans: [{ ...first, scopeSpans: [{ spans }] }] }));
  await untilKept(`${house.url}/api/traces/${orphan}`);
  await using visitor = await house.visit(`/traces/${orphan}`);
  const { page } = visitor;
  await page.getByText(/name parents that did not arrive, and so stand at the top/).waitFor();
  await row(page, /cart\.take_cart octo-drone-shop\s*parent missing/).waitFor();
});

test('on a phone what was chosen comes up from below and goes again', async () => {
  await using visitor = await house.visit(`/traces/${ids.checkout}`, { viewport: phone });
  const { page } = visitor;
  const details = page.getByRole('complementary', { name: 'The chosen span' });
  await row(page, /SELECT cart_items/).click();
  await details.getByRole('region', { name: 'SQL' }).waitFor();
  await details.getByRole('button', { name: 'Close' }).click();
  await details.waitFor({ state: 'hidden' });
});

test('a trace of twelve thousand spans is drawn where it is looked at, its error first, and a link into it reaches its span', async () => {
  const many = 'cd'.repeat(16);
  const { traceId, traces } = recordedTrace('checkout', Date.now() - 60_000);
  const [first] = JSON.parse(traces.replaceAll(traceId, many)).resourceSpans;
  const [one] = first.scopeSpans[0].spans;
  const idOf = (at: number) => (at + 1).toString(16).padStart(16, '0');
  const spans = Array.from({ length: 12_000 }, (_, at) => ({
    ...one,
    spanId: idOf(at),
    parentSpanId: at === 0 ? undefined : idOf(0),
    name: `step ${at}`,
    attributes: [],
    status: at === 11_000 ? { code: 2 } : {},
    startTimeUnixNano: String(BigInt(one.startTimeUnixNano) + BigInt(at * 1000)),
  }));
  await house.send('traces', JSON.stringify({ resourceSpans: [{ ...first, scopeSpans: [{ spans }] }] }));
  await untilKept(`${house.url}/api/traces/${many}`);
  const count = async () => (await (await fetch(`${house.url}/api/traces/${many}`)).json()).spanCount;
  while ((await count()) < spans.length) await new Promise((resolve) => setTimeout(resolve, 100));
  await using visitor = await house.visit(`/traces/${many}`);
  const { page } = visitor;
  await page.getByText('It has 12,000 spans. Shown are 10,000').waitFor();
  await page.locator('[role=treeitem][aria-selected=true]', { hasText: 'step 11000' }).waitFor();
  assert.ok((await page.getByRole('treeitem').count()) < 600);
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Load more of them' }).click();
  await page.goto(`/traces/${many}?span=${idOf(900)}`);
  await page.locator('[role=treeitem][aria-selected=true]:focus', { hasText: 'step 900' }).waitFor();
});

test('the picture narrows to what is dragged over, and the back button widens it again', async () => {
  await using visitor = await house.visit('/traces');
  const { page } = visitor;
  const picture = page.getByRole('application');
  const box = await picture.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 1, box.y + 1);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, box.y + box.height - 1, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/trace_min=.*trace_max=|trace_max=.*trace_min=/);
  await page.getByText(/^Only traces from/).waitFor();
  await page.goBack();
  await page.getByText(/^Only traces from/).waitFor({ state: 'detached' });
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + 1, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, middle + 1, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/from=\d+&to=\d+$/);
});

test('a search is saved under a name, opened, deleted, and comes back', async () => {
  await using visitor = await house.visit('/traces?service=enterprise-crm-portal');
  const { page } = visitor;
  const menu = page.getByRole('button', { name: 'Saved searches' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Save this search…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('What the CRM did');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.goto('/traces');
  await menu.click();
  await page.getByRole('menuitem', { name: 'What the CRM did' }).click();
  await page.waitForURL('**/traces?service=enterprise-crm-portal');
  await menu.click();
  await page.getByRole('menuitem', { name: 'Rename or delete…' }).click();
  await page.getByRole('button', { name: 'Delete What the CRM did' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('“What the CRM did” is back.').waitFor();
  await page.getByRole('textbox', { name: 'Name of What the CRM did' }).waitFor();
});

test('a trace says where its time went, until the answer and to the end, and what waited in the outbox', async () => {
  await using visitor = await house.visit(`/traces/${ids.checkout}`);
  const { page } = visitor;
  const spent = page.getByRole('region', { name: 'Where the time went' });
  await spent.getByRole('button', { name: 'INSERT payments' }).click();
  await page.locator('[role=treeitem][aria-selected=true]', { hasText: 'INSERT payments' }).waitFor();
  await spent.getByText('To the end').click();
  await page.waitForURL('**path=end**');
  await spent
    .getByRole('button', { name: /fulfilment\.accept_placed_order|invoices|INSERT inbox/ })
    .first()
    .waitFor();
  await row(page, /deliver order\.placed/).click();
  const details = page.getByRole('complementary', { name: 'The chosen span' });
  await details.getByText(/^Message waited .* ms in the outbox$/).waitFor();
});

test('a call in the topology leads to its traces', async () => {
  await using visitor = await house.visit('/topology');
  const { page } = visitor;
  await page
    .getByRole('link', { name: /octo-drone-shop to octo_test.*statements/i })
    .first()
    .waitFor();
  const call = page.getByRole('link', { name: /^Other callers to octo-drone-shop, requests/ }).first();
  await call.press('Enter');
  await page.waitForURL('**/traces?service=octo-drone-shop&minutes=15');
  await page.goBack();
  // Where the pointer meets the line itself: its box is mostly empty.
  const place = await call
    .locator('path')
    .first()
    .evaluate((path) => {
      if (!(path instanceof SVGPathElement)) return undefined;
      const matrix = path.getScreenCTM();
      const point = path.getPointAtLength(path.getTotalLength() * 0.8).matrixTransform(matrix ?? undefined);
      return { x: point.x, y: point.y };
    });
  assert.ok(place);
  await page.mouse.click(place.x, place.y);
  await page.waitForURL('**/traces?service=octo-drone-shop&minutes=15');
});
