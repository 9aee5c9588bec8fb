import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { desktop, phone } from '../shop/visitor.ts';
import { accessibilityFaults } from './accessibility.ts';
import { sidewaysOverflow } from './overflow.ts';
import { smallTargets } from './targets.ts';

const otherWidths = [360, 768];

/** Judges the page as it stands, at phone and desktop width, light and dark; leaves it at desktop width. */
export async function inspectPage(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  const faults: string[] = [];
  for (const width of otherWidths) {
    await page.setViewportSize({ width, height: phone.height });
    faults.push(...at(`${width} px`, await sidewaysOverflow(page)));
  }
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport);
    faults.push(...at(`${viewport.width} px`, await sidewaysOverflow(page)));
    if (viewport === phone) faults.push(...at('phone', await smallTargets(page)));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      faults.push(...at(`${viewport.width} px, ${colorScheme}`, await accessibilityFaults(page)));
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  assert.deepEqual(faults, [], page.url().slice(0, 200));
}

function at(where: string, faults: readonly string[]): string[] {
  return faults.map((fault) => `${where}: ${fault}`);
}
