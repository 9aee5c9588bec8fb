import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { desktop, phone } from '../shop/visitor.ts';
import { accessibilityFaults } from './accessibility.ts';
import { sidewaysOverflow } from './overflow.ts';
import { smallTargets } from './targets.ts';

type Viewport = typeof phone;

/** The smallest that each is drawn for. */
const narrowest = new Map([
  [phone, 360],
  [desktop, 768],
]);

/**
 * Judges the page as it stands, at phone and desktop width, light and dark; leaves it at the last of them. What does not
 * outlive the change between the two is judged at one of them.
 */
export async function inspectPage(page: Page, viewports: readonly Viewport[] = [phone, desktop]): Promise<void> {
  await page.waitForLoadState('load');
  const faults: string[] = [];
  for (const viewport of viewports) {
    const width = narrowest.get(viewport) ?? viewport.width;
    await resize(page, { ...viewport, width });
    faults.push(...at(`${width} px`, await sidewaysOverflow(page)));
    await resize(page, viewport);
    faults.push(...at(`${viewport.width} px`, await sidewaysOverflow(page)));
    if (viewport === phone) faults.push(...at('phone', await smallTargets(page)));
    faults.push(...at(`${viewport.width} px, light`, await accessibilityFaults(page)));
    await page.emulateMedia({ colorScheme: 'dark' });
    faults.push(...at(`${viewport.width} px, dark`, await accessibilityFaults(page, 'colours')));
    await page.emulateMedia({ colorScheme: 'light' });
  }
  assert.deepEqual(faults, [], page.url().slice(0, 200));
}

/** A page that draws itself may answer another width with other elements: it is judged when it has. */
async function resize(page: Page, viewport: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(viewport);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 1_000 })),
      ),
  );
}

function at(where: string, faults: readonly string[]): string[] {
  return faults.map((fault) => `${where}: ${fault}`);
}
