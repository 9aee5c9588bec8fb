import { after, describe, test } from 'node:test';
import { openObservatory, sendRecorded, sendVisit } from './observatory/open-observatory.ts';
import { someMetrics } from './observatory/some-metrics.ts';
import { inspectPage } from './page-quality/inspect-page.ts';
import { desktop, phone } from './shop/visitor.ts';

// Every page of the observatory in the states that somebody may find it in: no fault of accessibility at phone and desktop
// width, light and dark, no sideways scrolling, nothing too small for a thumb, no complaint of the browser.

const house = await openObservatory();
const quiet = await openObservatory();
after(() => Promise.all([house[Symbol.asyncDispose](), quiet[Symbol.asyncDispose]()]));
const ids = await sendRecorded(house);
const visit = await sendVisit(house);
for (const body of someMetrics(Date.now())) await house.send('metrics', body);

const pages = {
  'the overview': '/',
  'the services': '/services',
  'the alarms': '/alarms',
  'alarms of which there are none': '/alarms?state=pending',
  'an alarm': '/alarms/silent.octo-drone-shop',
  'the objectives': '/slos',
  'one objective': '/slos?slo=shop-checkout-availability',
  'the traces': '/traces',
  'a search that finds no trace': '/traces?q=zeppelin',
  'a part of the picture': '/traces?minutes=15&trace_min=20',
  'a trace': `/traces/${ids.checkout}`,
  'a trace compared with the usual': `/traces/${ids.checkout}?path=end&compare=median`,
  'a trace with an error': `/traces/${ids['failed-checkout']}`,
  'the topology': '/topology',
  'the logs': '/logs',
  'the logs of one trace': `/logs?traceId=${ids.checkout}`,
  'a search that finds no line': '/logs?q=zeppelin',
  'the logs as they come': '/logs?live=1',
  'a log line among its neighbours': `/logs?line=${await firstErrorLine()}&scope=all`,
  'the metrics': '/metrics',
  'metrics that were not heard of': '/metrics?view=telemetry',
  'charts of one’s own':
    '/metrics?chart=metric%3Dhttp.server.request.duration%26group%3Dhttp.route%26where%3Dhttp.route%253D*&chart=metric%3Docto.orders.placed%26by%3Dsum',
  'the visits': '/rum',
  'visits of which there are none': '/rum?page=zeppelin',
  'a visit': `/rum/sessions/${visit}`,
  'the errors of pages': '/rum/errors',
  'errors of which there are none': '/rum/errors?page=zeppelin',
  'the SQL of a database that is not watched': '/sql',
  'the sessions of one that is not watched': '/sessions',
  'the status': '/status',
};

// Side by side: while one page is judged, the next is on its way.
describe('pages', { concurrency: 2 }, () => {
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
    ['/services', 'Nothing was heard in this time'],
    ['/traces', 'Nothing was heard in this time'],
    ['/logs', 'No log line yet'],
    ['/rum', 'No visit in this time'],
    ['/rum/errors', 'No page has failed in this time'],
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
    ['an alarm that is none', '/alarms/nothing', 404, 'Not found'],
    ['a visit that is not kept', `/rum/sessions/${'0af7'.repeat(8)}`, 404, 'Not found'],
    ['a statement that only spans know', '/sql/by-sql-id/6wfj6ymqmqy0c', 404, 'Statement 6wfj6ymqmqy0c'],
    ['a statement of which nobody knows', '/sql/12345', 404, 'Not found'],
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
    [410, 'This trace is not kept'],
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
});

async function firstErrorLine(): Promise<string> {
  const { logs } = await (await fetch(`${house.url}/api/logs?severity=ERROR`)).json();
  return logs[0].id;
}
