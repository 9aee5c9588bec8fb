import type { Cart } from '@octo/contracts/cart.ts';
import { type Answer, announce, ask, failureText, showCartCount } from './api.ts';

interface Line {
  id: string;
  productId: number;
  name: string;
  quantity: number;
}

/** One change after the other, so that quick clicks end in the order they were made. */
let queue: Promise<void> = Promise.resolve();

function enqueue(change: () => Promise<void>): void {
  queue = queue.then(change).catch(() => location.reload());
}

function lineOf(element: Element): Line | undefined {
  const line = element.closest<HTMLElement>('[data-line]');
  const input = line?.querySelector<HTMLInputElement>('input[name="quantity"]');
  if (!line || !input) return undefined;
  return {
    id: line.dataset.line ?? '',
    productId: Number(line.dataset.product),
    name: line.dataset.name ?? '',
    quantity: Number(input.defaultValue),
  };
}

/** Takes the cart as the server renders it; the focus stays on the same control. */
async function refresh(): Promise<void> {
  const response = await fetch('/cart');
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [shown, fresh] = [document, page].map((root) => root.querySelector<HTMLElement>('[data-cart]'));
  if (!shown || !fresh) return location.reload();
  const focused = focusPath();
  shown.replaceChildren(...fresh.childNodes);
  showCartCount(Number(fresh.dataset.quantity));
  if (focused) document.querySelector<HTMLElement>(focused)?.focus();
}

function focusPath(): string | undefined {
  const { activeElement } = document;
  const line = activeElement?.closest<HTMLElement>('[data-line]')?.dataset.line;
  if (!line || !(activeElement instanceof HTMLElement)) return undefined;
  const control = activeElement.dataset.step ? `[data-step="${activeElement.dataset.step}"]` : activeElement.tagName;
  return `[data-line="${line}"] ${control}`;
}

function showLineError(id: string, failure: Answer<unknown> & { ok: false }): void {
  const place = document.querySelector<HTMLElement>(`[data-line="${id}"] [data-line-error]`);
  if (!place) return;
  place.hidden = false;
  place.textContent = failureText(failure);
}

async function changeQuantity(line: Line, quantity: number): Promise<void> {
  const answer = await ask<Cart>('PATCH', `/api/cart/${line.id}`, { quantity });
  await refresh();
  if (!answer.ok) showLineError(line.id, answer);
  else announce(`${line.name}: ${quantity}. Total ${document.querySelector('[data-cart-total]')?.textContent ?? ''}`);
}

async function removeLine(line: Line): Promise<void> {
  const answer = await ask<unknown>('DELETE', `/api/cart/${line.id}`);
  await refresh();
  if (!answer.ok) return showLineError(line.id, answer);
  offerUndo(line);
}

function offerUndo(line: Line): void {
  const notice = document.querySelector('[data-cart-notice]');
  const box = document.createElement('div');
  box.className = 'notice cart-undo';
  box.setAttribute('role', 'status');
  const text = document.createElement('p');
  text.textContent = `Removed ${line.name}.`;
  const button = document.createElement('button');
  button.className = 'button button-quiet';
  button.textContent = 'Undo';
  button.addEventListener('click', () => enqueue(() => undo(line, box)));
  box.append(text, button);
  notice?.replaceChildren(box);
  button.focus();
}

async function undo(line: Line, box: HTMLElement): Promise<void> {
  const answer = await ask<unknown>('POST', '/api/cart/add', { product_id: line.productId, quantity: line.quantity });
  await refresh();
  if (answer.ok) {
    box.remove();
    announce(`${line.name} is back in your cart`);
    document.querySelector<HTMLElement>('[data-cart-title]')?.focus();
  } else {
    box.className = 'notice notice-bad';
    box.textContent = failureText(answer);
  }
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

function submitQuantity(input: HTMLInputElement, afterMs: number): void {
  const line = lineOf(input);
  if (!line || !input.reportValidity()) return;
  clearTimeout(waiting.get(line.id));
  const change = () => enqueue(() => changeQuantity(line, input.valueAsNumber));
  waiting.set(line.id, setTimeout(change, afterMs));
}

document.addEventListener('change', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.closest('[data-line]'))
    submitQuantity(event.target, 300);
});

document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement)) return;
  const line = lineOf(event.target);
  if (!line) return;
  event.preventDefault();
  const input = event.target.querySelector<HTMLInputElement>('input[name="quantity"]');
  if (input) submitQuantity(input, 0);
  else enqueue(() => removeLine(line));
});
