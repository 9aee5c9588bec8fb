import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** The rules that judge colours: nothing else changes with the colour scheme. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with the page as it stands, one line for each element; on request by the rules of colours alone. */
export async function accessibilityFaults(page: Page, of: 'everything' | 'colours' = 'everything'): Promise<string[]> {
  const isLoaded = await page.evaluate(() => 'axe' in window);
  if (!isLoaded) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(runAxe, of === 'colours' ? colourRules : undefined);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}

// Runs in the page, where the script has put it.
function runAxe(runOnly: string[] | undefined): Promise<AxeResults> {
  return (window as unknown as { axe: typeof axe }).axe.run(document, {
    resultTypes: ['violations'],
    ...(runOnly && { runOnly }),
  });
}
