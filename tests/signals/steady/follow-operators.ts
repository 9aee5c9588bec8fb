import assert from 'node:assert/strict';
import { getBrowserSession, listBrowserSessions } from '@octo/contracts/observatory-browser.ts';
import type { Page } from 'playwright-core';
import { visitAs } from '../../e2e/crm/visit-as.ts';
import type { Confirmation } from '../../e2e/steps/buying.ts';
import { spansOf } from '../../e2e/steps/observed.ts';
import { eventually, type SignalHouse } from '../house.ts';
import { crm, gateway, only, wayUp, wholeTrace } from '../whole-trace.ts';

/** What an operator runs is one trace, from the CRM through the gateway to its SQL. */
export async function runQuery(house: SignalHouse): Promise<void> {
  const { observatory } = house;
  await using visitor = await visitAs(house, 'support');
  const { page } = visitor;
  await openFollowed(house, page, '/query-lab?query=crm_customer_mix');
  await page.getByRole('button', { name: 'Run the query' }).click();
  const result = page.getByRole('region', { name: 'Result' });
  const opened = result.getByRole('link', { name: /^Open trace of this run/ });
  const traceId = new URL((await opened.getAttribute('href')) ?? '').pathname.split('/').at(-1) ?? '';
  const recorded = { service: gateway, kind: 'client', name: 'INSERT query_executions' } as const;
  const verb = { service: gateway, kind: 'internal', name: 'workflows.run_query' } as const;
  const asked = { service: crm, kind: 'server', name: 'POST /api/query-lab/run' } as const;
  await page.goto('about:blank');
  const run = await wholeTrace(observatory.url, traceId, [recorded, verb, asked]);
  const statements = run.filter(({ parentSpanId, attributes }) => {
    return parentSpanId === only(run, verb).spanId && String(attributes['db.query.text']).includes('from query_');
  });
  assert.equal(statements.length, 1);
  for (const span of statements)
    assert.deepEqual(wayUp(run, span).slice(1, 5), [
      `${gateway} workflows.run_query`,
      `${gateway} POST /api/query-lab/run`,
      `${crm} POST /api/query-lab/run`,
      `${crm} POST /api/query-lab/run`,
    ]);
  // The browser asked by a call, which a click set off.
  assert.deepEqual(wayUp(run, only(run, asked)).slice(1), [
    'browser POST /api/query-lab/run',
    'browser click button /query-lab',
  ]);
}

/** A click, the page that it shows and what that asks for are one trace; from the page of an order one click opens its own. */
export async function openOrder(house: SignalHouse, ordered: Confirmation): Promise<void> {
  const { observatory } = house;
  const visitor = await visitAs(house, 'viewer');
  const { page } = visitor;
  await openFollowed(house, page, `/orders?search=${ordered.orderNumber}`);
  await page.getByRole('link', { name: ordered.orderNumber }).click();
  await page.getByText(ordered.total).first().waitFor();
  const opening = page.context().waitForEvent('page');
  await page.getByRole('link', { name: /^Open trace of the checkout/ }).click();
  const trace = await opening;
  assert.equal(trace.url(), `${observatory.url}/traces/${ordered.traceId}`);
  await trace.getByRole('heading', { level: 1, name: 'submit form /checkout' }).waitFor();
  await trace.getByText('deliver order.placed').first().waitFor();
  assert.equal(await trace.evaluate(() => window.opener), null);
  await page.goto('about:blank');
  await visitor[Symbol.asyncDispose]();
  const click = await eventually('the visit', async () => {
    const { sessions } = await observatory.ask(listBrowserSessions, '/api/browser/sessions?app=crm');
    const stories = await Promise.all(
      sessions.map(({ sessionId }) => observatory.ask(getBrowserSession, `/api/browser/sessions/${sessionId}`)),
    );
    const steps = stories.flatMap(({ steps }) => steps);
    const click = steps.find(({ name }) => name === 'click link /orders/:id');
    const caused = steps.filter(({ traceId }) => traceId === click?.traceId).map(({ name }) => name);
    return ['view /orders/:id', 'GET /api/orders/:id'].every((name) => caused.includes(name)) ? click : undefined;
  });
  const caused = await spansOf(observatory.url, click.traceId ?? '');
  assert.ok(caused.some(({ service, kind }) => service === crm && kind === 'server'));
}

/** Opens a page, which begins to tell of the visit. */
async function openFollowed({ observatory }: SignalHouse, page: Page, path: string): Promise<void> {
  const [template] = path.split('?');
  const told = page.waitForResponse((response) => {
    const isTold = response.request().postData()?.includes(`"load ${template}"`);
    return response.url().startsWith(observatory.url) && isTold === true;
  });
  await page.goto(path);
  await told;
}
