import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

const mostStops = 80;

/** Presses Tab until the control of that name has the focus; every stop on the way must be seen to have it. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusedName(page);
    passed.push(focused);
    assert.ok(focused === '' || (await isFocusVisible(page)), `nobody sees that "${focused}" has the focus`);
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
  }
  assert.fail(`Tab never reached ${name}; it passed ${passed.join(' · ')}`);
}

/** What a screen reader would call the control that has the focus; nothing while the browser itself has it. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return '';
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const name = element.getAttribute('aria-label') ?? labels[0]?.innerText ?? element.innerText;
    return name.replace(/\s+/g, ' ').trim();
  });
}

// The outline may be drawn by the box around the control.
function isFocusVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const isMarked = (element: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && outlineWidth !== '0px';
    };
    for (let element = document.activeElement; element; element = element.parentElement)
      if (isMarked(element)) return true;
    const stretched = document.activeElement && getComputedStyle(document.activeElement, '::after');
    return stretched !== null && stretched?.outlineStyle !== 'none' && stretched?.outlineWidth !== '0px';
  });
}
