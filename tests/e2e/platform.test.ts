import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { within } from '@octo/platform/embedded-postgres/processes.ts';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch-browser.ts';
import { signIn } from '../drills/parts/operator.ts';
import { makeClone } from './platform/make-clone.ts';
import { demoAccount, untilHeardOf } from './platform/operator.ts';
import { familyOf, survivorsOf } from './platform/processes.ts';
import { pressCtrlC, type StartCommand, typeStart } from './platform/start-command.ts';
import { openVisitor } from './shop/visitor.ts';
import { addToCart, type Confirmation, fillCheckout, placeOrder, readConfirmation } from './steps/buying.ts';

const browser = await launchBrowser();
const clone = await makeClone();
const started: StartCommand[] = [];

after(async () => {
  for (const command of started) pressCtrlC(command);
  await Promise.all(started.map(({ exited }) => exited));
  await browser.close();
  await clone[Symbol.asyncDispose]();
});

async function start(settings: Record<string, string> = {}): Promise<StartCommand> {
  const command = await typeStart(clone.dir, settings);
  started.push(command);
  return command;
}

/** Presses Ctrl-C; five seconds later nothing of it may be left. */
async function stopsCleanly(command: StartCommand): Promise<void> {
  const family = await familyOf(command.child.pid ?? 0);
  assert.ok(family.length >= 5, 'supervisor, both services and the database are running');
  pressCtrlC(command);
  assert.equal(await within(5000, command.exited), 0, command.output());
  assert.deepEqual(await survivorsOf(family), []);
  assert.equal(existsSync(join(clone.dir, '.octo', 'run.json')), false);
}

async function buyDrone(page: Page, shopUrl: string): Promise<Confirmation> {
  await addToCart(page, `${shopUrl}/products/1`);
  await page.goto(`${shopUrl}/checkout`);
  await fillCheckout(page);
  await placeOrder(page);
  return await readConfirmation(page);
}

async function isReadyWithPages(url: string): Promise<void> {
  assert.equal((await fetch(`${url}/ready`)).status, 200);
  assert.match(await (await fetch(url)).text(), /^<!doctype html>/i);
}

/** Keeps a port from everybody else. */
async function squat(): Promise<{ port: number } & AsyncDisposable> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port }: AddressInfo = Object(server.address());
  return { port, [Symbol.asyncDispose]: async () => void server.close() };
}

test('a newcomer starts everything, buys a drone and finds it in the CRM, also after a stop and a start on another port', async () => {
  const first = await start();
  for (const url of [first.run.shop, first.run.crm]) await isReadyWithPages(url);
  const admin = await demoAccount(clone.dir, 'admin');
  // Gone before the platform is: its pages tell of themselves as long as they are open.
  const visitor = await openVisitor(browser, first.run.shop);
  const placed = await buyDrone(visitor.page, first.run.shop);
  const cookies = await visitor.page.context().cookies();
  await visitor[Symbol.asyncDispose]();
  const order = await untilHeardOf(await signIn(first.run.crm, admin), placed.orderNumber);
  assert.deepEqual([order.sync.status, order.sync.acceptances, order.trace_id], ['accepted', 1, placed.traceId]);
  await stopsCleanly(first);

  await using squatter = await squat();
  const second = await start({ CRM_PORT: String(squatter.port) });
  const { port } = new URL(second.run.crm);
  assert.match(second.output(), new RegExp(`Port ${squatter.port} is taken; Enterprise CRM uses ${port}\\.`));
  const back = await openVisitor(browser, second.run.shop);
  await back.page.context().addCookies(cookies);
  await back.page.goto(`/orders/${placed.orderNumber}`);
  assert.deepEqual(await readConfirmation(back.page), placed);
  const another = await buyDrone(back.page, second.run.shop);
  await back[Symbol.asyncDispose]();
  const { sync } = await untilHeardOf(await signIn(second.run.crm, admin), another.orderNumber);
  assert.deepEqual([sync.status, sync.acceptances], ['accepted', 1]);
  await stopsCleanly(second);
});
