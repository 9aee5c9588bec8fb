import { after, test } from 'node:test';
import { openObservatory, sendRecorded } from './observatory/open-observatory.ts';
import { inspectPage } from './page-quality/inspect-page.ts';
import { desktop, phone } from './shop/visitor.ts';

// Every page of the observatory in the states that somebody may find it in: no fault of accessibility at phone and desktop
// width, light and dark, no sideways scrolling, nothing too small for a thumb, no complaint of the browser.

const house = await openObservatory();
const quiet = await openObservatory();
after(() => Promise.all([house[Symbol.asyncDispose](), quiet[Symbol.asyncDispose]()]));
const ids = await sendRecorded(house);

const pages = {
  'the services': '/',
  'the traces': '/traces',
  'a search that finds no trace': '/traces?q=zeppelin',
  'a trace': `/traces/${ids.checkout}`,
  'a trace with an error': `/traces/${ids['failed-checkout']}`,
  'the logs': '/logs',
  'the logs of one trace': `/logs?traceId=${ids.checkout}`,
  'a search that finds no line': '/logs?q=zeppelin',
  'the status': '/status',
};

for (const [name, path] of Object.entries(pages)) {
  test(`${name} is sound`, async () => {
    await using visitor = await house.visit(path);
    await visitor.page.locator('h1').waitFor();
    await visitor.page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
    await inspectPage(visitor.page);
  });
}

for (const [path, heading] of [
  ['/', 'Nothing was heard in this time'],
  ['/traces', 'Nothing was heard in this time'],
  ['/logs', 'No log line yet'],
] as const) {
  test(`${path} is sound before anything was sent`, async () => {
    await using visitor = await quiet.visit(path);
    await visitor.page.getByRole('heading', { name: heading }).waitFor();
    await inspectPage(visitor.page);
  });
}

for (const [viewport, width] of [
  [phone, 'a phone'],
  [desktop, 'a desk'],
] as const) {
  test(`a span with its statement is sound on ${width}`, async () => {
    await using visitor = await house.visit(`/traces/${ids.checkout}`, { viewport });
    const { page } = visitor;
    await page
      .getByRole('treeitem', { name: /SELECT cart_items/ })
      .first()
      .click();
    await page.getByRole('region', { name: 'SQL' }).waitFor();
    await inspectPage(page, [viewport]);
  });

  test(`finding anything is sound on ${width}`, async () => {
    await using visitor = await house.visit('/', { viewport });
    const { page } = visitor;
    await page.getByRole('button', { name: 'Find anything' }).click();
    await page.getByRole('textbox', { name: 'Find anything' }).fill('checkout');
    await page.getByText('Logs that say: checkout').waitFor();
    await inspectPage(page, [viewport]);
  });
}

for (const [name, path, status, heading] of [
  ['an address where nothing is', '/nowhere', 404, 'There is no such page'],
  ['a trace id that is none', '/traces/0af765', 400, 'There is no such trace'],
  ['a trace that may still come', `/traces/${'0af7'.repeat(8)}`, 404, 'Looking for this trace'],
] as const) {
  test(`${name} has a page that is sound`, async () => {
    await using visitor = await house.visit('/status');
    visitor.faults.expect(status);
    await visitor.page.goto(path);
    await visitor.page.getByRole('heading', { name: heading }).waitFor();
    await inspectPage(visitor.page);
  });
}

for (const [status, heading] of [
  [410, 'This trace had to make room'],
  [500, 'This could not be shown'],
] as const) {
  test(`a trace that is answered with ${status} has a page that is sound`, async () => {
    await using visitor = await house.visit('/status');
    const { page, faults } = visitor;
    faults.expect(status);
    const body = JSON.stringify({ code: 'told', message: 'It cannot be shown.', trace_id: ids.checkout });
    await page.route('**/api/traces/*', (route) =>
      route.fulfill({ status, contentType: 'application/problem+json', body }),
    );
    await page.goto(`/traces/${ids.checkout}`);
    await page.getByRole('heading', { name: heading }).waitFor();
    await inspectPage(page);
  });
}
