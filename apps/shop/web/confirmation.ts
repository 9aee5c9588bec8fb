import type { PlacedOrder } from '@octo/contracts/checkout.ts';
import { formatInstant } from '@octo/ui/format.ts';
import { type Html, html } from '@octo/ui/html.ts';
import { layout } from './layout.ts';
import { orderStory } from './order-story.ts';
import { orderLines } from './parts/order-lines.ts';
import { copyButton, traceId } from './parts/trace-id.ts';
import type { Site } from './site.ts';

export interface ConfirmationView {
  order: PlacedOrder;
}

export function confirmationPage(site: Site, { order }: ConfirmationView): string {
  const story = orderStory(order);
  return layout(
    site,
    { title: `Order ${order.order_number}` },
    html`<div class="wrap confirmation" data-placed-units="${order.items.reduce((sum, { quantity }) => sum + quantity, 0)}">
      <div class="confirmation-head">
        <h1>${story.title}</h1>
        <p class="confirmation-number">
          <span class="muted">Order number</span>
          <span class="confirmation-number-value"><strong class="mono">${order.order_number}</strong>
            ${copyButton(order.order_number, 'order number')}</span>
        </p>
      </div>
      <div class="confirmation-body">
        <div class="confirmation-text">
          <section aria-labelledby="next">
            <h2 id="next">What happens next</h2>
            <ol class="next-steps">${story.steps.map((step) => html`<li>${step}</li>`)}</ol>
          </section>
          ${facts(order, story.payment)}
          ${traceId(order.trace_id)}
          <p><a class="button button-quiet" href="/shop">Keep shopping</a></p>
        </div>
        <section class="card" aria-labelledby="ordered">
          <h2 id="ordered">Your order</h2>
          ${orderLines(order.items, order.total, order.currency)}
        </section>
      </div>
    </div>`,
  );
}

function facts(order: PlacedOrder, payment: string): Html {
  return html`<section aria-labelledby="details">
    <h2 id="details">Details</h2>
    <dl class="facts">
      <div><dt>Placed</dt><dd><time datetime="${order.created_at}">${formatInstant(order.created_at)}</time></dd></div>
      <div><dt>Name</dt><dd>${order.customer_name}<br>${order.customer_email}</dd></div>
      <div><dt>Delivery address</dt><dd class="as-typed">${order.shipping_address}</dd></div>
      <div><dt>Payment</dt><dd>${payment}</dd></div>
    </dl>
  </section>`;
}
