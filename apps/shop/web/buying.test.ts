import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cartPage } from './cart.ts';
import { checkoutPage } from './checkout.ts';
import { confirmationPage } from './confirmation.ts';
import { orderStory } from './order-story.ts';
import { cartWith, orderWith, siteWith, traceId } from './testing/views.ts';

const site = siteWith('Batteries');
const checkout = { cart: cartWith('X10'), values: {}, errors: [], idempotencyKey: 'key-1', offersTestCards: true };

test('a cart line changes and goes by plain forms', () => {
  const page = cartPage(site, { cart: cartWith('X10') });
  assert.match(page, /action="\/cart\/lines\/7" method="post"/);
  assert.match(page, /action="\/cart\/lines\/7\/remove" method="post"/);
  assert.match(page, /data-quantity="2"/);
  assert.match(page, /\$2,599\.98/);
  assert.match(page, /href="\/checkout"/);
});

for (const [stock, reason] of [
  [0, /Sold out in the meantime/],
  [1, /Only 1 unit left\. Lower the quantity/],
  [9, /No longer sold/],
] as const) {
  test(`a line of two with ${stock} in stock that cannot be bought says why and holds checkout back`, () => {
    const page = cartPage(site, { cart: cartWith('X10', { is_available: false, stock }) });
    assert.match(page, reason);
    assert.doesNotMatch(page, /href="\/checkout"/);
  });
}

test('an empty cart leads to the products', () => {
  const page = cartPage(site, { cart: { items: [], total: 0, session_id: 's' } });
  assert.match(page, /Nothing in it yet/);
  assert.doesNotMatch(page, /href="\/checkout"/);
});

test('what was typed survives an error, which stands beside its field and on top', () => {
  const page = checkoutPage(site, {
    ...checkout,
    values: { customer_email: 'no-at', shipping_address: ' Bryggen\n5003 Bergen', payment_method: 'bank_transfer' },
    errors: [{ field: 'customer_email', message: 'Enter an e-mail address' }],
  });
  assert.match(page, /<a href="#customer_email">Enter an e-mail address<\/a>/);
  assert.match(
    page,
    /id="customer_email" [^>]*aria-invalid="true" aria-describedby="customer_email-error customer_email-help"/,
  );
  assert.match(page, /id="customer_email-error">Enter an e-mail address</);
  assert.match(page, /value="no-at"/);
  assert.match(page, /<textarea[^>]*>\n Bryggen\n5003 Bergen<\/textarea>/);
  assert.match(page, /value="bank_transfer" checked/);
  assert.match(page, /<title>Error: Checkout/);
});

test('an error of the payment choice leads to the choice', () => {
  const page = checkoutPage(site, { ...checkout, errors: [{ field: 'payment_token', message: 'Choose a card' }] });
  assert.match(page, /<a href="#payment">Choose a card<\/a>/);
});

test('the attempt carries its key, and browsers may fill the form', () => {
  const page = checkoutPage(site, checkout);
  assert.match(page, /name="idempotency_key" value="key-1"/);
  for (const hint of ['name', 'email', 'street-address']) assert.ok(page.includes(`autocomplete="${hint}"`), hint);
  assert.match(page, /value="tok_accepted" checked/);
});

test('without test cards only the transfer is offered', () => {
  const page = checkoutPage(site, { ...checkout, offersTestCards: false });
  assert.doesNotMatch(page, /tok_|credit_card/);
  assert.match(page, /value="bank_transfer" checked/);
});

test('the confirmation shows number, total, address and trace id, ready to copy', () => {
  const page = confirmationPage(site, { order: orderWith('Maria', { order_number: 'ORD-42', trace_id: traceId }) });
  for (const shown of ['Thank you, Maria', '>ORD-42<', 'data-copy="ORD-42"', `data-copy="${traceId}"`, '$2,599.98']) {
    assert.ok(page.includes(shown), shown);
  }
});

test('a transfer is told what to pay and what to quote', () => {
  const order = orderWith('x', { payment_method: 'bank_transfer', payment_status: 'pending', order_number: 'ORD-42' });
  const story = orderStory(order);
  assert.match(story.steps[0] ?? '', /Transfer \$2,599\.98 and quote order number ORD-42/);
  assert.equal(story.payment, 'Bank transfer, not received yet');
});

for (const [status, title] of [
  ['pending', 'We are confirming your order'],
  ['failed', 'This order did not go through'],
  ['cancelled', 'This order was cancelled'],
  ['shipped', 'Your order is on its way'],
  ['delivered', 'Your order has arrived'],
  ['accepted', 'Thank you, Maria'],
] as const) {
  test(`an order that is ${status} is titled so`, () => {
    const story = orderStory(orderWith('Maria', { status }));
    assert.equal(story.title, title);
    assert.ok(story.steps.length > 0);
  });
}
