import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ask } from '../drills/parts/buyer.ts';
import { until } from '../drills/parts/wait.ts';
import { demoAccount } from '../e2e/platform/operator.ts';
import type { StartCommand } from '../e2e/platform/start-command.ts';
import { addToCart, type Confirmation, fillCheckout, placeOrder, readConfirmation } from '../e2e/steps/buying.ts';

/** Where each service is, by its name. */
type Addresses = StartCommand['run']['urls'];

export async function buyDrone(page: Page, { shop }: Addresses): Promise<Confirmation> {
  await page.goto(`${shop}`);
  await addToCart(page, `${shop}/products/1`);
  await page.goto(`${shop}/checkout`);
  await fillCheckout(page);
  await placeOrder(page);
  return await readConfirmation(page);
}

/** Signs in with what the start has written, finds the order, and follows its link. */
export async function findInCrm(page: Page, { crm }: Addresses, dir: string, orderNumber: string): Promise<void> {
  const { username, password } = await demoAccount(dir, 'admin');
  await page.goto(`${crm}`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
  await page.goto(`${crm}/orders?search=${orderNumber}`);
  await page.getByRole('link', { name: orderNumber }).click();
  await page.getByText('Accepted', { exact: true }).first().waitFor();
}

/** Opens the trace that a page of the CRM links to, and sees who is in it. */
export async function openTrace(page: Page, { observatory }: Addresses, services: readonly string[]): Promise<string> {
  const link = page.getByRole('link', { name: /^Open .*trace/ }).first();
  const address = (await link.getAttribute('href')) ?? '';
  const traceId = /[0-9a-f]{32}$/.exec(address)?.[0] ?? '';
  assert.equal(address, `${observatory}/traces/${traceId}`);
  await until('the whole trace to arrive', async () => {
    const { body } = await ask(`${observatory}/api/traces/${traceId}`);
    const spans: { service: string; attributes: object }[] = Object(body.spans ?? []);
    const isThere = (service: string) => spans.some((span) => span.service === service);
    return services.every(isThere) && spans.some(({ attributes }) => 'db.query.text' in attributes);
  });
  await page.goto(address);
  for (const service of services) await page.getByRole('main').getByText(service).first().waitFor();
  return traceId;
}

export async function runQuery(page: Page, { crm }: Addresses): Promise<void> {
  await page.goto(`${crm}/query-lab`);
  await page.getByRole('button', { name: 'Run the query' }).click();
  await page
    .getByRole('region', { name: 'Result' })
    .getByText(/\d rows?$/)
    .waitFor();
}
