import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { type Faults, watchFaults } from './watch-faults.ts';

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1440, height: 900 };

export interface VisitorOptions {
  viewport?: { width: number; height: number };
  javaScript?: boolean;
}

/** Somebody with a browser of their own in front of the shop. Leaving fails the test when the browser complained on the way. */
export interface Visitor extends AsyncDisposable {
  page: Page;
  faults: Faults;
}

const patienceMs = 30_000;

export async function openVisitor(browser: Browser, baseURL: string, options: VisitorOptions = {}): Promise<Visitor> {
  const { viewport = desktop, javaScript = true } = options;
  const context = await browser.newContext({
    baseURL,
    viewport,
    javaScriptEnabled: javaScript,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(patienceMs);
  const faults = watchFaults(context, javaScript);
  const page = await context.newPage();
  return {
    page,
    faults,
    [Symbol.asyncDispose]: async () => {
      await context.close();
      assert.deepEqual(faults.found, [], 'what the browser complained about');
    },
  };
}
