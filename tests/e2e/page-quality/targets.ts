import type { Page } from 'playwright-core';

/** Controls that a thumb would miss: what answers to a touch is smaller than 44 px. Links inside a text are excepted. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const halfTarget = 21.5;
    const selector = 'a[href], button, summary, select, textarea, input:not([type="hidden"]), label:has(input)';

    function isInText(element: Element): boolean {
      const isInline = getComputedStyle(element).display === 'inline';
      const around = element.parentElement?.textContent?.trim() ?? '';
      return element.matches('a') && isInline && around.length > (element.textContent?.trim().length ?? 0);
    }

    // What is behind an open dialog cannot be touched.
    const dialog = document.querySelector('[aria-modal="true"]');

    function isOffered(element: Element): boolean {
      if (dialog && !dialog.contains(element)) return false;
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    }

    // A touch answers for the control under it, or for the control of the label under it.
    function answers(element: Element, x: number, y: number): boolean {
      const touched = document.elementFromPoint(x, y);
      if (!touched) return false;
      const labelled = touched.closest('label')?.control;
      return element.contains(touched) || labelled === element || touched.closest(selector)?.contains(element) === true;
    }

    function isLarge(element: Element): boolean {
      element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      if (width >= 44 && height >= 44) return true;
      const [x, y] = [left + width / 2, top + height / 2];
      const reaches = (dx: number, dy: number) => answers(element, x + dx, y + dy);
      const isWide = width >= 44 || (reaches(-halfTarget, 0) && reaches(halfTarget, 0));
      const isHigh = height >= 44 || (reaches(0, -halfTarget) && reaches(0, halfTarget));
      return isWide && isHigh;
    }

    const faults = [...document.querySelectorAll(selector)]
      .filter((element) => isOffered(element) && !isInText(element) && !isLarge(element))
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
        return `${element.tagName.toLowerCase()}.${element.className} "${name}" is ${width.toFixed(0)} × ${height.toFixed(0)} px`;
      });
    scrollTo({ top: 0, behavior: 'instant' });
    return faults;
  });
}
