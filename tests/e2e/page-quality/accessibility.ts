import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong with the page as it stands, one line for each element. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const isLoaded = await page.evaluate(() => 'axe' in window);
  if (!isLoaded) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(runAxe);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}

// Runs in the page, where the script has put it.
function runAxe(): Promise<AxeResults> {
  return (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] });
}
