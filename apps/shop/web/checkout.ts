import type { Cart } from '@octo/contracts/cart.ts';
import type { FieldProblem } from '@octo/contracts/problem.ts';
import { formatMoney, formatQuantity } from '@octo/ui/format.ts';
import { type Html, html } from '@octo/ui/html.ts';
import { type Notice, noticeOf } from '@octo/ui/notice.ts';
import { contactFields } from './checkout-fields.ts';
import { layout } from './layout.ts';
import { orderLines } from './parts/order-lines.ts';
import { unitsIn } from './parts/units-in.ts';
import { paymentChoice } from './payment-choice.ts';
import type { Site } from './site.ts';

export interface CheckoutView {
  cart: Cart;
  /** What the buyer typed before, by field name. */
  values: Partial<Record<string, string>>;
  errors: readonly FieldProblem[];
  notice?: Notice | undefined;
  idempotencyKey: string;
  offersTestCards: boolean;
}

export function checkoutPage(site: Site, view: CheckoutView): string {
  const refused = view.notice === undefined ? '' : 'refused';
  const title = view.errors.length > 0 ? 'Error: Checkout' : 'Checkout';
  return layout(
    site,
    { title, calm: true, script: 'checkout.js' },
    html`<div class="wrap checkout">
      <h1>Checkout</h1>
      <p class="checkout-brief muted">${formatQuantity(unitsIn(view.cart), 'item')} · <span class="number">${formatMoney(view.cart.total)}</span></p>
      ${errorSummary(view.errors)}
      ${noticeOf(view.notice)}
      <form class="checkout-form" action="/checkout" method="post" data-checkout
        data-units="${unitsIn(view.cart)}" data-outcome="${view.errors.length > 0 ? 'invalid' : refused}">
        <input type="hidden" name="idempotency_key" value="${view.idempotencyKey}">
        <div class="checkout-fields">
          ${contactFields(view.values, view.errors)}
          ${paymentChoice(view)}
        </div>
        <section class="card checkout-summary" aria-labelledby="summary">
          <h2 id="summary">Your order</h2>
          <div>${orderLines(view.cart.items, view.cart.total)}</div>
          <button class="button button-large" type="submit" data-place-order>Place order · ${formatMoney(view.cart.total)}</button>
          <p class="help" data-progress></p>
        </section>
      </form>
    </div>`,
  );
}

/** The control to jump to. A fault of what the buyer cannot see has none. */
const anchors: Readonly<Record<string, string>> = {
  customer_name: 'customer_name',
  customer_email: 'customer_email',
  shipping_address: 'shipping_address',
  notes: 'notes',
  payment_method: 'payment',
  payment_token: 'payment',
};

function errorSummary(errors: readonly FieldProblem[]): Html | undefined {
  if (errors.length === 0) return undefined;
  return html`<div class="notice notice-bad" role="alert" tabindex="-1" data-error-summary>
    <h2 class="notice-title">Please check ${errors.length === 1 ? 'one thing' : `${errors.length} things`}</h2>
    <ul>${errors.map(errorLink)}</ul>
  </div>`;
}

function errorLink({ field, message }: FieldProblem): Html {
  const anchor = anchors[field];
  return html`<li>${anchor ? html`<a href="#${anchor}">${message}</a>` : message}</li>`;
}
