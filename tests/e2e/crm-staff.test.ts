import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type StaffVisitor, visitAs } from './crm/visit-as.ts';
import { openHouse } from './house/open-house.ts';

const house = await openHouse();
after(() => house[Symbol.asyncDispose]());

async function openUser(page: Page, username: string): Promise<void> {
  await page.goto(`/users?search=${username}`);
  await page.getByRole('row').filter({ hasText: username }).getByRole('button', { name: 'Details' }).click();
}

async function giveRole(boss: StaffVisitor, username: string, role: string): Promise<void> {
  const { page } = boss;
  await openUser(page, username);
  await page.getByLabel('Role', { exact: true }).selectOption(role);
  await page.getByRole('button', { name: 'Change the role' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^(Take the role away|Change the role)$/ }).click();
  await dialog.waitFor({ state: 'detached' });
}

test('whose role is taken away stands before the sign-in with the next click', async () => {
  await using boss = await visitAs(house, 'admin');
  await using clerk = await visitAs(house, 'support');
  await clerk.page.goto('/orders');
  await giveRole(boss, clerk.username, 'No role');
  clerk.faults.expect(401);
  await clerk.page.getByRole('link', { name: 'Customers' }).click();
  await clerk.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
});

test('who may no longer save is told so, and is not offered it any more', async () => {
  await using boss = await visitAs(house, 'admin');
  await using clerk = await visitAs(house, 'manager');
  const { page } = clerk;
  await page.goto('/products/3');
  await page.getByLabel('Price', { exact: true }).fill('1');
  await giveRole(boss, clerk.username, 'viewer');
  clerk.faults.expect(403);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Your role does not include “products.manage”.').waitFor();
  await page.getByLabel('Price', { exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Details' }).waitFor();
});

test('nobody is offered to change their own role or access', async () => {
  await using boss = await visitAs(house, 'admin');
  const { page } = boss;
  await openUser(page, boss.username);
  await page.getByText('This is you.').waitFor();
  assert.equal(await page.getByLabel('Role', { exact: true }).count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Keep out' }).count(), 0);
});

test('who signs out everywhere is signed out in the other browser too', async () => {
  await using here = await visitAs(house, 'manager');
  await using there = await house.visitCrm();
  await there.page.context().addCookies(await here.page.context().cookies());
  await there.page.goto('/orders');
  await there.page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
  await here.page.getByRole('button', { name: here.username }).click();
  await here.page.getByRole('menuitem', { name: 'Sign out everywhere' }).click();
  await here.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  there.faults.expect(401);
  await there.page.getByRole('link', { name: 'Products' }).click();
  await there.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
});

test('what was typed when the session ended is there again after signing in', async () => {
  await using boss = await visitAs(house, 'admin');
  await using clerk = await visitAs(house, 'manager');
  const { page } = clerk;
  await page.goto('/products/9');
  await page.getByLabel('Name', { exact: true }).fill('Half a name');
  await openUser(boss.page, clerk.username);
  await boss.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await boss.page.getByText(`${clerk.username} is signed out everywhere`).waitFor();
  clerk.faults.expect(401);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await clerk.signIn();
  await page.getByText('What you typed before you had to sign in again is still here.').waitFor();
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Half a name');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Half a name' }).waitFor();
});
