import type { Cart } from '@octo/contracts/cart.ts';
import type { Problem } from '@octo/contracts/problem.ts';

export type Answer<Body> = { ok: true; body: Body } | { ok: false; message: string; traceId: string | undefined };

const unreachable = 'We could not reach the shop. Check your connection and try again.';

/** Asks the shop's JSON API. Never throws: a failure is an answer with words for the buyer. */
export async function ask<Body>(method: string, path: string, body?: object): Promise<Answer<Body>> {
  try {
    const headers = body ? { 'content-type': 'application/json' } : undefined;
    const response = await fetch(path, { method, ...(headers && { headers, body: JSON.stringify(body) }) });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, body: trusted<Body>(answer) };
    const problem = trusted<Partial<Problem>>(answer);
    return { ok: false, message: problem.message ?? unreachable, traceId: problem.trace_id };
  } catch {
    return { ok: false, message: unreachable, traceId: undefined };
  }
}

/** Our own server answered, as its contract says. */
function trusted<Body>(answer: unknown): Body {
  return answer as Body;
}

export function failureText(answer: { message: string; traceId: string | undefined }): string {
  return answer.traceId ? `${answer.message} Trace id: ${answer.traceId}` : answer.message;
}

/** The units in the header's cart link; none shows nothing. */
export function showCartCount(units: number): void {
  const badge = document.querySelector<HTMLElement>('[data-cart-count]');
  const link = document.querySelector<HTMLElement>('[data-cart-link]');
  if (!badge || !link) return;
  badge.hidden = units === 0;
  badge.textContent = units > 99 ? '99+' : String(units);
  if (units === 0) link.removeAttribute('aria-label');
  else link.setAttribute('aria-label', `Cart, ${units} ${units === 1 ? 'item' : 'items'}`);
}

export async function refreshCartCount(): Promise<void> {
  const answer = await ask<Cart>('GET', '/api/cart');
  if (answer.ok) showCartCount(answer.body.items.reduce((sum, item) => sum + item.quantity, 0));
}

/** Tells a screen reader what changed without moving the focus. */
export function announce(text: string): void {
  const announcer = document.querySelector('[data-announcer]');
  if (announcer) announcer.textContent = text;
}
