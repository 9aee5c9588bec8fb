import { maxLineQuantity } from '@octo/contracts/cart.ts';
import { type Html, html } from '@octo/ui/html.ts';
import { minusIcon, plusIcon } from './icons.ts';

export interface QuantityControl {
  id: string;
  /** What is counted, for whoever hears the buttons instead of seeing them. */
  of: string;
  value: number;
  stock: number;
}

/** A number field that any browser submits; the two buttons beside it come with the script. */
export function quantityControl({ id, of, value, stock }: QuantityControl): Html {
  const most = Math.max(value, Math.min(stock, maxLineQuantity));
  return html`<div class="stepper" data-stepper>
    <button class="stepper-button with-script" type="button" data-step="-1"
      aria-label="One fewer ${of}" aria-controls="${id}">${minusIcon}</button>
    <label class="visually-hidden" for="${id}">Quantity of ${of}</label>
    <input class="stepper-input number" type="number" inputmode="numeric" id="${id}" name="quantity" value="${value}"
      min="1" max="${most}" step="1" required autocomplete="off">
    <button class="stepper-button with-script" type="button" data-step="1"
      aria-label="One more ${of}" aria-controls="${id}">${plusIcon}</button>
  </div>`;
}
