import type { addToCart } from '@octo/contracts/cart.ts';
import type {} from '@octo/ui/rum/client/octo-rum.ts';
import type { Static } from 'typebox';
import { announce, ask, failureText, refreshCartCount, showCartCount } from './api.ts';

type Added = Static<(typeof addToCart)['responses'][200]>;

async function addProduct(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>('[data-add-button]');
  const result = form.querySelector<HTMLElement>('[data-add-result]');
  if (!button || !result || button.getAttribute('aria-busy') === 'true') return;
  const fields = new FormData(form);
  const quantity = Number(fields.get('quantity'));
  const label = button.textContent;
  button.setAttribute('aria-busy', 'true');
  button.textContent = 'Adding…';
  const productId = Number(fields.get('product_id'));
  const answer = await ask<Added>('POST', '/api/cart/add', { product_id: productId, quantity });
  button.removeAttribute('aria-busy');
  button.textContent = answer.ok ? 'Add more' : label;
  result.className = `buy-result notice ${answer.ok ? 'notice-good' : 'notice-bad'}`;
  if (answer.ok) {
    showAdded(result, answer.body.cart_quantity, quantity);
    const facts = { productId, units: quantity, cartUnits: answer.body.cart_quantity };
    window.octoRum?.event('add_to_cart', { ...facts, category: form.dataset.category ?? '' });
  } else result.textContent = failureText(answer);
  result.scrollIntoView({ block: 'nearest' });
}

/** The confirmation that follows a checkout, and not one that is looked at again. */
function tellPlaced(): void {
  const units = document.querySelector<HTMLElement>('[data-placed-units]')?.dataset.placedUnits;
  const [entry] = performance.getEntriesByType('navigation');
  const isFirst = entry instanceof PerformanceNavigationTiming && entry.type === 'navigate';
  if (units !== undefined && isFirst && document.referrer.endsWith('/checkout'))
    window.octoRum?.event('checkout_complete', { units: Number(units) });
}

function showAdded(result: HTMLElement, cartQuantity: number, added: number): void {
  showCartCount(cartQuantity);
  const link = document.createElement('a');
  link.className = 'button';
  link.href = '/cart';
  link.textContent = 'View cart';
  const text = document.createElement('p');
  text.textContent = added === 1 ? 'Added to your cart.' : `${added} added to your cart.`;
  result.replaceChildren(text, link);
}

function step(button: HTMLButtonElement): void {
  const input = button.closest('[data-stepper]')?.querySelector<HTMLInputElement>('input');
  if (!input) return;
  const before = input.value;
  if (Number(button.dataset.step) > 0) input.stepUp();
  else input.stepDown();
  if (input.value === before) announce(Number(button.dataset.step) > 0 ? 'No more in stock' : 'One is the least');
  else input.dispatchEvent(new Event('change', { bubbles: true }));
}

async function copy(button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(button.dataset.copy ?? '');
  const label = [...button.childNodes];
  button.textContent = 'Copied';
  announce('Copied');
  setTimeout(() => button.replaceChildren(...label), 2000);
}

/** Puts the next page's products below those on screen; a failure follows the link as usual. */
async function showMore(link: HTMLAnchorElement): Promise<void> {
  try {
    const response = await fetch(link.href);
    if (!response.ok) throw new Error(`status ${response.status}`);
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    const cards = [...next.querySelectorAll('[data-products] > li')];
    document.querySelector('[data-products]')?.append(...cards);
    const more = next.querySelector<HTMLAnchorElement>('[data-more]');
    if (more) link.href = more.href;
    else link.remove();
    cards[0]?.querySelector('a')?.focus();
    announce(`${cards.length} more products shown`);
  } catch {
    location.assign(link.href);
  }
}

document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement) || !event.target.matches('[data-add-to-cart]')) return;
  event.preventDefault();
  void addProduct(event.target);
});

document.addEventListener('change', (event) => {
  if (event.target instanceof HTMLSelectElement)
    event.target.closest<HTMLFormElement>('[data-submit-on-change]')?.submit();
});

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const stepButton = event.target.closest<HTMLButtonElement>('[data-step]');
  const copyButton = event.target.closest<HTMLButtonElement>('[data-copy]');
  const more = event.target.closest<HTMLAnchorElement>('[data-more]');
  if (stepButton) step(stepButton);
  if (copyButton) void copy(copyButton);
  if (more && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    void showMore(more);
  }
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('[data-menu][open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener('keydown', (event) => {
  const menu = document.querySelector<HTMLDetailsElement>('[data-menu][open]');
  if (event.key !== 'Escape' || !menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});

tellPlaced();
addEventListener('pageshow', () => void refreshCartCount());
