import { formatCount, formatMoney } from '@octo/ui/format.ts';
import { type Html, html } from '@octo/ui/html.ts';

export interface OrderLine {
  name: string;
  quantity: number;
  line_total: number;
  image_url: string;
}

/** Lines to read, not to change: small picture, name, count, amount, and the total below. */
export function orderLines(lines: readonly OrderLine[], total: number, currency?: string): Html {
  return html`<ul class="order-lines">
    ${lines.map(
      (line) => html`<li class="order-line">
        <img class="picture picture-small" src="${line.image_url}" width="640" height="480" alt="">
        <p><span class="label">${line.name}</span><br><span class="muted small">Quantity ${formatCount(line.quantity)}</span></p>
        <p class="number">${formatMoney(line.line_total, currency)}</p>
      </li>`,
    )}
  </ul>
  <p class="order-total"><span>Total</span><span class="number">${formatMoney(total, currency)}</span></p>`;
}
