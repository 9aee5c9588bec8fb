import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { within } from '@octo/platform/embedded-postgres/processes.ts';
import { launchBrowser } from '../browser/launch-browser.ts';
import { makeClone } from './platform/make-clone.ts';
import { familyOf, survivorsOf } from './platform/processes.ts';
import { pressCtrlC, type StartCommand, typeStart } from './platform/start-command.ts';
import { openVisitor } from './shop/visitor.ts';
import { addToCart, fillCheckout, placeOrder, readConfirmation } from './steps/buying.ts';

const browser = await launchBrowser();
const clone = await makeClone();
const started: StartCommand[] = [];

after(async () => {
  for (const command of started) pressCtrlC(command);
  await Promise.all(started.map(({ exited }) => exited));
  await browser.close();
  await clone[Symbol.asyncDispose]();
});

async function start(): Promise<StartCommand> {
  const command = await typeStart(clone.dir);
  started.push(command);
  return command;
}

/** Presses Ctrl-C; five seconds later nothing of it may be left. */
async function stopsCleanly(command: StartCommand): Promise<void> {
  const family = await familyOf(command.child.pid ?? 0);
  assert.ok(family.length >= 4, 'supervisor, shop and database are running');
  pressCtrlC(command);
  assert.equal(await within(5000, command.exited), 0, command.output());
  assert.deepEqual(await survivorsOf(family), []);
  assert.equal(existsSync(join(clone.dir, '.octo', 'run.json')), false);
}

test('a newcomer starts everything, buys a drone, stops it, starts again and finds the order', async () => {
  const first = await start();
  await using visitor = await openVisitor(browser, first.run.shop);
  const { page } = visitor;
  await addToCart(page, `${first.run.shop}/products/1`);
  await page.goto('/checkout');
  await fillCheckout(page);
  await placeOrder(page);
  const placed = await readConfirmation(page);
  await page.goto('about:blank');
  await stopsCleanly(first);

  const second = await start();
  await page.goto(`${second.run.shop}/orders/${placed.orderNumber}`);
  assert.deepEqual(await readConfirmation(page), placed);
  await stopsCleanly(second);
});
