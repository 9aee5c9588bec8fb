/** Where the keyboard goes on when what had the focus is gone: the top of the page, which says how things stand. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
