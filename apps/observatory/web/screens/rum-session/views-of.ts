import type { BrowserStep } from '@octo/contracts/observatory-browser.ts';

export interface SeenPage {
  readonly key: string;
  readonly page: string;
  readonly steps: BrowserStep[];
}

/** The steps by the page on which they happened, in the order in which the pages were first seen. */
export function viewsOf(steps: readonly BrowserStep[]): SeenPage[] {
  const views = new Map<string, SeenPage>();
  for (const step of steps) {
    const key = step.viewId ?? step.page;
    const view = views.get(key) ?? { key, page: step.page || 'Somewhere', steps: [] };
    view.steps.push(step);
    views.set(key, view);
  }
  return [...views.values()];
}
