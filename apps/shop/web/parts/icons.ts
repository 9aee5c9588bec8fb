import { type Html, raw } from '@octo/ui/html.ts';

function icon(paths: string): Html {
  return raw(
    `<svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`,
  );
}

export const cartIcon = icon('<path d="M6 8h12l1 12H5L6 8Z"/><path d="M9 8V7a3 3 0 0 1 6 0v1"/>');
export const searchIcon = icon('<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>');
export const chevronIcon = icon('<path d="m7 10 5 5 5-5"/>');
export const minusIcon = icon('<path d="M6 12h12"/>');
export const plusIcon = icon('<path d="M6 12h12M12 6v12"/>');
