import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { until } from '../drills/parts/wait.ts';
import { firstSweep } from './crm/first-sweep.ts';
import { visitAs } from './crm/visit-as.ts';
import { openHouse } from './house/open-house.ts';
import { desktop, phone } from './shop/visitor.ts';
import { tabTo } from './steps/keyboard.ts';

// What operators do with the workflow gateway, in front of a real one.

const observatoryUrl = 'http://observatory.example';
const house = await openHouse({
  gateway: { QUERY_TIMEOUT_MS: '200', QUERY_ROW_LIMIT: '60' },
  crm: { OBSERVATORY_PUBLIC_URL: observatoryUrl },
});
after(() => house[Symbol.asyncDispose]());
await firstSweep(house.owner);

const places = { 'at a desk': desktop, 'on a phone': phone };

async function choose(page: Page, label: string): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Named queries' }).getByRole('link', { name: label });
  const select = page.getByLabel('Query to look at');
  await link.or(select).first().waitFor();
  if (await select.isVisible()) await select.selectOption({ label });
  else await link.click();
  await page.getByRole('region', { name: label }).waitFor();
}

function run(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Run the query' }).click();
}

function history(page: Page): Locator {
  return page.getByRole('region', { name: 'History' });
}

async function lastExecution(queryName: string) {
  const runs = house.owner.selectFrom('queryExecutions').selectAll().where('queryName', '=', queryName);
  return await runs.orderBy('id', 'desc').executeTakeFirstOrThrow();
}

for (const [where, viewport] of Object.entries(places)) {
  test(`${where}: a query is chosen, read, run, and found in the history with its trace`, async () => {
    await using visitor = await visitAs(house, 'support', { viewport });
    const { page } = visitor;
    await page.goto('/query-lab');
    await choose(page, 'Inventory watch');
    await page.locator('pre').getByText('select').waitFor();
    await run(page);
    const result = page.getByRole('region', { name: 'Result' });
    await result.getByText('Success', { exact: true }).waitFor();
    const { id, traceId, status } = await lastExecution('inventory_watch');
    assert.equal(status, 'success');
    const trace = result.getByRole('link', { name: /^Open trace of this run/ });
    assert.equal(await trace.getAttribute('href'), `${observatoryUrl}/traces/${traceId}`);
    assert.equal(await trace.getAttribute('rel'), 'noopener');
    assert.equal(await trace.getAttribute('target'), '_blank');
    await history(page).getByText('inventory_watch').first().waitFor();
    // On a phone it may still be the history of before, with the same query in it.
    const ofThisRun = history(page)
      .locator('details', { hasText: String(id) })
      .locator('summary');
    const unfold = history(page).getByRole('button', { name: 'Details' }).or(ofThisRun);
    await unfold.first().click();
    await history(page).getByText(String(id), { exact: true }).first().waitFor();

    await page.reload();
    await page.getByRole('region', { name: 'Inventory watch' }).waitFor();
  });
}

const endings: Record<string, { label: string; told: string; status: number; recorded: string }> = {
  broken_orders_probe: {
    label: 'Broken orders probe',
    told: 'The database refused it, as it should',
    status: 200,
    recorded: 'Failed as meant',
  },
  slow_count_probe: {
    label: 'Slow count probe',
    told: 'It took too long and was ended',
    status: 504,
    recorded: 'Error',
  },
  many_rows_probe: {
    label: 'Many rows probe',
    told: 'It has more rows than may be shown',
    status: 422,
    recorded: 'Error',
  },
};

for (const [name, { label, told, status, recorded }] of Object.entries(endings)) {
  test(`${label}: what became of it is told and recorded, and the next query runs as ever`, async () => {
    await using visitor = await visitAs(house, 'manager');
    const { page, faults } = visitor;
    if (status >= 400) faults.expect(status);
    await page.goto(`/query-lab?query=${name}&of=${name}`);
    await run(page);
    await page.getByText(told, { exact: true }).waitFor();
    await history(page)
      .getByRole('row')
      .filter({ hasText: name })
      .getByText(recorded, { exact: true })
      .first()
      .waitFor();
    const { traceId } = await lastExecution(name);
    const trace = page.getByRole('region', { name: label }).getByRole('link', { name: /^Open trace of this run/ });
    assert.equal(await trace.getAttribute('href'), `${observatoryUrl}/traces/${traceId}`);
    await choose(page, 'Orders backlog');
    await run(page);
    await page.getByRole('region', { name: 'Result' }).getByText('Success', { exact: true }).waitFor();
  });
}

test('the history is narrowed and read page by page, and the address keeps what was asked', async () => {
  await using visitor = await visitAs(house, 'manager');
  const { page } = visitor;
  await page.goto('/query-lab?query=orders_backlog');
  const before = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query_name: 'component_topology' });
    const statuses: number[] = [];
    for (let time = 0; time < 25; time += 1)
      statuses.push((await fetch('/api/query-lab/run', { method: 'POST', headers, body })).status);
    return statuses;
  });
  assert.deepEqual(new Set(before), new Set([200]));
  await history(page).getByLabel('Query').selectOption('component_topology');
  await history(page).getByLabel('Status').selectOption('success');
  const rows = history(page).getByRole('row').filter({ hasText: 'component_topology' });
  await until('the first page', async () => (await rows.count()) === 20);
  await history(page).getByRole('button', { name: 'Load more' }).click();
  await until('the rest', async () => (await rows.count()) >= 25);
  assert.match(page.url(), /of=component_topology&status=success/);
  await page.reload();
  await until('the first page again', async () => (await rows.count()) === 20);
  await history(page).getByLabel('Status').selectOption('error');
  await page.getByRole('heading', { name: 'Nothing was run' }).waitFor();
});

test('who may only look is offered no run and no sweep', async () => {
  await using visitor = await visitAs(house, 'viewer');
  const { page } = visitor;
  await page.goto('/query-lab');
  await page.getByText('Your role lets you look at queries and their history, not run them.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Run the query' }).count(), 0);
  await page.goto('/platform');
  await page.getByRole('region', { name: 'Components' }).getByRole('row').first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'Sweep now' }).count(), 0);
});

test('a query is found and run with the keyboard alone', async () => {
  await using visitor = await visitAs(house, 'support');
  const { page } = visitor;
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').fill('query l');
  await page.getByRole('dialog').getByText('Query lab').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Query lab' }).waitFor();
  await page.getByRole('region', { name: 'Queries' }).waitFor();
  await tabTo(page, /^CRM customer mix/);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'CRM customer mix' }).waitFor();
  await tabTo(page, 'Run the query');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Result' }).getByText('Success', { exact: true }).waitFor();
});

for (const [where, viewport] of Object.entries(places)) {
  test(`${where}: a sweep is asked for, and leads to what it ran and whom it asked`, async () => {
    await using visitor = await visitAs(house, 'support', { viewport });
    const { page } = visitor;
    await page.goto('/platform');
    await page.getByRole('button', { name: 'Sweep now' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Sweep now' }).click();
    await page.getByRole('heading', { level: 1, name: /^Sweep \d+$/ }).waitFor();
    const sweepId = Number(new URL(page.url()).pathname.split('/').at(-1));
    const run = await house.owner
      .selectFrom('workflowRuns')
      .selectAll()
      .where('id', '=', sweepId)
      .executeTakeFirstOrThrow();
    assert.deepEqual([run.scheduleMode, run.status], ['manual', 'success']);
    await page.getByRole('region', { name: 'Executions' }).getByText('orders_backlog').first().waitFor();
    const components = page.getByRole('region', { name: 'Components' });
    await components.getByText('Healthy', { exact: true }).first().waitFor();
    const trace = page.getByRole('link', { name: /^Open trace of this sweep/ });
    assert.equal(await trace.getAttribute('href'), `${observatoryUrl}/traces/${run.traceId}`);
    await page.getByRole('link', { name: 'Platform', exact: true }).first().click();
    await page
      .getByRole('region', { name: 'Sweeps' })
      .getByText(viewport === phone ? `Sweep ${sweepId}` : String(sweepId))
      .waitFor();
  });
}

test('the platform shows how the shop finds the gateway', async () => {
  await using visitor = await visitAs(house, 'viewer');
  const { page } = visitor;
  await page.goto('/platform');
  const asSeen = page.getByRole('region', { name: 'The gateway, as the shop sees it' });
  await asSeen.getByText('Reachable', { exact: true }).waitFor();
  await asSeen.getByText('Closed', { exact: true }).waitFor();
});

test('a gateway that is gone is told as such, and nothing else of the CRM minds', async () => {
  await using visitor = await visitAs(house, 'manager');
  const { page, faults } = visitor;
  await page.goto('/query-lab');
  await page.getByRole('button', { name: 'Run the query' }).waitFor();
  await house.killGateway();
  faults.expect(503);
  await run(page);
  await page.getByText('The workflow gateway does not answer', { exact: true }).waitFor();
  await page.goto('/platform');
  await page.getByRole('heading', { name: 'Not available just now' }).first().waitFor();
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
});
