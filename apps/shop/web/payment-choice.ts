import type { PaymentMethod, paymentTokens } from '@octo/contracts/checkout.ts';
import type { FieldProblem } from '@octo/contracts/problem.ts';
import { type Html, html } from '@octo/ui/html.ts';
import { errorOf } from './checkout-fields.ts';

export interface PaymentView {
  values: Partial<Record<string, string>>;
  errors: readonly FieldProblem[];
  /** Without test cards there is nothing to pay with by card yet: only the transfer is offered. */
  offersTestCards: boolean;
}

interface Option<Value extends string> {
  value: Value;
  label: string;
  help: string;
}

const card: Option<PaymentMethod> = {
  value: 'credit_card',
  label: 'Card',
  help: 'Charged when you place the order.',
};

const transfer: Option<PaymentMethod> = {
  value: 'bank_transfer',
  label: 'Bank transfer',
  help: 'We hold your items and ship when the money has arrived.',
};

const testCards: readonly Option<(typeof paymentTokens)[number]>[] = [
  { value: 'tok_accepted', label: 'Approved', help: 'The charge goes through.' },
  { value: 'tok_declined', label: 'Declined', help: 'The bank refuses; your cart stays as it is.' },
  { value: 'tok_processor_down', label: 'No answer', help: 'The bank cannot be reached; nothing is charged.' },
];

export function paymentChoice({ values, errors, offersTestCards }: PaymentView): Html {
  const methods = offersTestCards ? [card, transfer] : [transfer];
  const chosen = methods.find(({ value }) => value === values.payment_method) ?? methods[0];
  return html`<section class="checkout-section" aria-labelledby="payment-title">
    <h2 id="payment-title">Payment</h2>
    <fieldset id="payment" tabindex="-1">
      <legend class="visually-hidden">How do you want to pay?</legend>
      <div class="choices">${methods.map((method) => choice('payment_method', method, method === chosen))}</div>
      ${problem(errors, 'payment_method')}
    </fieldset>
    ${offersTestCards && testCardChoice(values, errors)}
  </section>`;
}

function testCardChoice(values: PaymentView['values'], errors: PaymentView['errors']): Html {
  const chosen = testCards.find(({ value }) => value === values.payment_token) ?? testCards[0];
  return html`<fieldset class="test-cards">
    <legend class="label">Test card</legend>
    <p class="help">This is a demonstration: no card number is asked for or stored, and no money moves. Choose how the bank should answer.</p>
    <div class="choices">${testCards.map((token) => choice('payment_token', token, token === chosen))}</div>
    ${problem(errors, 'payment_token')}
  </fieldset>`;
}

function choice(name: string, { value, label, help }: Option<string>, checked: boolean): Html {
  return html`<label class="choice">
    <input type="radio" name="${name}" value="${value}"${checked && html` checked`}>
    <span class="label">${label}</span>
    <span class="help">${help}</span>
  </label>`;
}

function problem(errors: PaymentView['errors'], name: string): Html | undefined {
  const message = errorOf(errors, name);
  return message === undefined ? undefined : html`<p class="field-error">${message}</p>`;
}
