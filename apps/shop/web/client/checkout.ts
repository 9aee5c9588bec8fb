import type {} from '@octo/ui/rum/client/octo-rum.ts';
import { announce } from './api.ts';

const button = document.querySelector<HTMLButtonElement>('[data-place-order]');
const progress = document.querySelector('[data-progress]');
const label = button?.textContent ?? '';
let isSent = false;

/** The form travels as usual; only a second click while it is on its way is dropped. */
function send(event: Event): void {
  if (isSent) {
    event.preventDefault();
    announce('Your order is being placed. One moment.');
    return;
  }
  isSent = true;
  button?.setAttribute('aria-busy', 'true');
  if (button) button.textContent = 'Placing your order…';
  if (progress) progress.textContent = 'Please keep this page open.';
  announce('Placing your order');
}

function reset(): void {
  isSent = false;
  button?.removeAttribute('aria-busy');
  if (button) button.textContent = label;
  if (progress) progress.textContent = '';
}

/** A form that came back tells why; one that is opened is the start of a checkout. */
function tellShown({ outcome, units }: DOMStringMap): void {
  if (outcome) window.octoRum?.event('checkout_error', { outcome });
  else window.octoRum?.event('checkout_start', { cartUnits: Number(units) });
}

const form = document.querySelector<HTMLElement>('[data-checkout]');
form?.addEventListener('submit', send);
if (form) tellShown(form.dataset);
addEventListener('pageshow', (event) => {
  if (event.persisted) reset();
});
document.querySelector<HTMLElement>('[data-error-summary]')?.focus();
