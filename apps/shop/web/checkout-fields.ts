import type { FieldProblem } from '@octo/contracts/problem.ts';
import { field } from '@octo/ui/field.ts';
import { type Html, html } from '@octo/ui/html.ts';

export function errorOf(errors: readonly FieldProblem[], name: string): string | undefined {
  return errors.find((error) => error.field === name)?.message;
}

/** Who buys, where it goes. The limits are those of the checkout contract. */
export function contactFields(values: Partial<Record<string, string>>, errors: readonly FieldProblem[]): Html {
  const typed = (name: string) => ({ name, value: values[name], error: errorOf(errors, name) });
  return html`<section class="checkout-section" aria-labelledby="contact">
    <h2 id="contact">Contact and delivery</h2>
    ${field({ ...typed('customer_name'), label: 'Full name', autocomplete: 'name', maxLength: 200 })}
    ${field({
      ...typed('customer_email'),
      label: 'E-mail',
      help: 'Goes on the order, so that we can reach you about it.',
      type: 'email',
      autocomplete: 'email',
      maxLength: 200,
    })}
    ${field({
      ...typed('shipping_address'),
      label: 'Delivery address',
      help: 'Street, city, postal code, country.',
      autocomplete: 'street-address',
      maxLength: 500,
      rows: 3,
    })}
    ${field({
      ...typed('notes'),
      label: 'Note for the delivery',
      autocomplete: 'off',
      maxLength: 1000,
      rows: 2,
      optional: true,
    })}
  </section>`;
}
