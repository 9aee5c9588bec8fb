import { after, describe, test } from 'node:test';
import { addNews, addPlacedOrder } from '../../apps/crm/testing/placed-order.ts';
import { firstSweep } from './crm/first-sweep.ts';
import { visitAs } from './crm/visit-as.ts';
import { openHouse } from './house/open-house.ts';
import { inspectPage } from './page-quality/inspect-page.ts';
import type { Visitor } from './shop/visitor.ts';

// Every page of the CRM in the states that somebody may find it in: no fault of accessibility at phone and desktop width,
// light and dark, no sideways scrolling, nothing too small for a thumb, no complaint of the browser.

const house = await openHouse({ gateway: {}, crm: { OBSERVATORY_PUBLIC_URL: 'http://observatory.example' } });
after(() => house[Symbol.asyncDispose]());
const { owner } = house;
const orderId = await addPlacedOrder(owner);
await addNews(owner, orderId, {
  deadAt: new Date(),
  attempts: 8,
  lastError: '503 shops.not_ready: The shop is just opening.',
});

const sweepId = await firstSweep(owner);

const cookies = await (async () => {
  await using boss = await visitAs(house, 'admin');
  return await boss.page.context().cookies();
})();

/** An administrator, signed in already. */
async function visit(path: string): Promise<Visitor> {
  const visitor = await house.visitCrm();
  await visitor.page.context().addCookies(cookies);
  await visitor.page.goto(path);
  await visitor.page.locator('h1').waitFor();
  await visitor.page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
  return visitor;
}

const pages = {
  'the dashboard': '/',
  'the orders': '/orders?search=10000',
  'a search that finds no order': '/orders?search=zeppelin',
  'an order': `/orders/${orderId}`,
  'the products': '/products?status=all&search=batter',
  'a search that finds no product': '/products?search=zeppelin&stock_below=25',
  'a product': '/products/3',
  'a new product': '/products/new',
  'the shops': '/shops',
  'a shop': '/shops/1',
  'a new shop': '/shops/new',
  'the customers': '/customers?search=example.org',
  'a customer': '/customers/1',
  'the platform': '/platform',
  'the platform without a sweep that runs': '/platform?status=running',
  'a sweep': `/platform/runs/${sweepId}`,
  'the query lab': '/query-lab',
  'a query of the lab that nobody ran': '/query-lab?query=many_rows_probe&of=many_rows_probe',
  'the 360 view': '/observability',
  'the story of an order': `/xray/order/${orderId}`,
  'the story of a trace': '/xray/trace/0af7651916cd43dd8448eb211c80319c',
  'the dead letters': '/sync',
  'a state in which no message is': '/sync?state=discarded',
  'the audit': '/audit',
  'the audit of what nobody did': '/audit?resource=products/999',
  'the users': '/users',
};

// Side by side: while one page is judged, the next is on its way.
describe('pages', { concurrency: 2 }, () => {
  for (const [name, path] of Object.entries(pages)) {
    test(`${name} is sound`, async () => {
      await using visitor = await visit(path);
      await inspectPage(visitor.page);
    });
  }

  for (const [name, path, heading] of [
    ['an address where nothing is', '/nowhere', 'There is no such page'],
    ['a product that there is not', '/products/999999999', 'Not found'],
    ['a sweep that there is not', '/platform/runs/999999999', 'Not found'],
  ] as const) {
    test(`${name} has a page that is sound`, async () => {
      await using visitor = await house.visitCrm();
      visitor.faults.expect(404);
      await visitor.page.context().addCookies(cookies);
      await visitor.page.goto(path);
      await visitor.page.getByRole('heading', { name: heading }).waitFor();
      await inspectPage(visitor.page);
    });
  }

  test('the sign-in is sound, also when it was refused', async () => {
    await using visitor = await house.visitCrm();
    const { page, faults } = visitor;
    await page.goto('/products');
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await inspectPage(page);
    faults.expect(401);
    await page.getByLabel('Username').fill('nobody');
    await page.getByLabel('Password', { exact: true }).fill('nothing at all');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await inspectPage(page);
  });

  test('what the API cannot answer is told on a page that is sound', async () => {
    await using visitor = await house.visitCrm();
    const { page, faults } = visitor;
    faults.expect(500);
    await page.context().addCookies(cookies);
    const trace_id = '0af7651916cd43dd8448eb211c80319c';
    const body = JSON.stringify({ code: 'internal', message: 'Something went wrong on our side.', trace_id });
    await page.route('**/api/products?*', (route) =>
      route.fulfill({ status: 500, contentType: 'application/problem+json', body }),
    );
    await page.goto('/products');
    await page.getByText(trace_id.slice(0, 12)).waitFor();
    await inspectPage(page);
  });

  test('that there is no workflow gateway is told on pages that are sound', async () => {
    await using visitor = await house.visitCrm();
    const { page, faults } = visitor;
    faults.expect(503);
    await page.context().addCookies(cookies);
    const body = JSON.stringify({ code: 'workflows.gateway_away', message: 'The workflow gateway cannot be asked.' });
    const away = { status: 503, contentType: 'application/problem+json', body };
    for (const path of ['**/api/workflows/**', '**/api/query-lab/**', '**/api/platform/**'])
      await page.route(path, (route) => route.fulfill(away));
    for (const path of ['/platform', '/query-lab']) {
      await page.goto(path);
      await page.getByText('The workflow gateway cannot be asked.').first().waitFor();
      await inspectPage(page);
    }
  });

  test('what is not for a role is told on a page that is sound', async () => {
    await using visitor = await visitAs(house, 'viewer');
    for (const path of ['/audit', '/products/3', '/shops/1', '/query-lab', '/platform']) {
      await visitor.page.goto(path);
      await visitor.page.locator('h2').first().waitFor();
      await inspectPage(visitor.page);
    }
  });
});
