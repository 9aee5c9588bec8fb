import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { expectPage } from '@octo/platform/testing/expect.ts';
import { changeProduct, sampleProducts } from '../testing/catalogue.ts';
import { databaseContent } from '../testing/database-content.ts';
import { createTestShop } from '../testing/test-shop.ts';
import { controlValue, type Visitor, visitorOf } from '../testing/visitor.ts';

const t = await createTestShop();
after(() => t[Symbol.asyncDispose]());
const { app, owner } = t;
const [product, other] = await sampleProducts(owner);

const typed = {
  customer_name: 'Ada <b>Lovelace</b>',
  customer_email: 'ada@example.com',
  shipping_address: '1 Analytical Way\n<script>alert("x")</script> & Co',
  notes: '<img src=x onerror=alert(1)>',
  payment_method: 'credit_card',
  payment_token: 'tok_accepted',
};

async function shopper(productId = product.id): Promise<Visitor> {
  const visitor = visitorOf(app);
  const added = await visitor.submit('/cart/lines', { product_id: String(productId) });
  assert.equal(added.statusCode, 303);
  return visitor;
}

async function keyOf(visitor: Visitor): Promise<string> {
  const key = controlValue(await visitor.open('/checkout'), 'idempotency_key');
  assert.ok(key, 'the form has a key');
  return key;
}

test('buys without a script: cart, form, order page', async () => {
  const visitor = await shopper();
  expectPage(await visitor.open('/cart'), 200, /href="\/checkout"/);
  const placed = await visitor.submit('/checkout', { ...typed, idempotency_key: await keyOf(visitor) });
  assert.equal(placed.statusCode, 303, placed.payload);
  const location = String(placed.headers.location);
  assert.match(location, /^\/orders\/OCTO-\d+$/);
  const page = await visitor.open(location);
  expectPage(page, 200, new RegExp(location.slice('/orders/'.length)));
  assert.equal(page.headers['cache-control'], 'no-store');
  expectPage(await visitor.open('/cart'), 200, /data-quantity="0"/);
});

test('markup in what was typed is kept as typed, and shown as text', async () => {
  const visitor = await shopper();
  const { headers } = await visitor.submit('/checkout', typed);
  const page = await visitor.open(String(headers.location));
  expectPage(page, 200, /Ada &lt;b&gt;Lovelace&lt;\/b&gt;/);
  assert.match(page.payload, /&lt;script&gt;alert\(&quot;x&quot;\)&lt;\/script&gt; &amp; Co/);
  assert.doesNotMatch(page.payload, /<b>Lovelace|<script>alert|<img src=x/);
  const orderNumber = String(headers.location).slice('/orders/'.length);
  const row = await owner
    .selectFrom('orders')
    .where('orderNumber', '=', orderNumber)
    .select(['customerName', 'shippingAddress', 'notes'])
    .executeTakeFirst();
  assert.equal(row?.customerName, typed.customer_name);
  assert.equal(row?.shippingAddress.replaceAll('\r\n', '\n'), typed.shipping_address);
  assert.equal(row?.notes, typed.notes);
});

test('the order page belongs to the browser that ordered', async () => {
  const visitor = await shopper();
  const { headers } = await visitor.submit('/checkout', typed);
  for (const stranger of [visitorOf(app), await shopper(), visitorOf(app, 'octo_session=forged')])
    expectPage(await stranger.open(String(headers.location)), 404, /no such order/);
  expectPage(await visitor.open('/orders/OCTO-1'), 404, /no such order/);
  expectPage(await visitor.open(`/orders/${'9'.repeat(21)}`), 400, /at most 20/);
  expectPage(await visitor.open('/orders/a%00b'), 400, /not accepted/);
});

test('a second click places no second order', async () => {
  const visitor = await shopper();
  const form = { ...typed, idempotency_key: await keyOf(visitor) };
  const [first, second] = await Promise.all([visitor.submit('/checkout', form), visitor.submit('/checkout', form)]);
  const third = await visitor.submit('/checkout', form);
  assert.equal(first.statusCode, 303, first.payload);
  assert.equal(second.headers.location, first.headers.location);
  assert.equal(third.headers.location, first.headers.location);
});

test('faults show the form again with what was typed and the same key, and change nothing', async () => {
  const visitor = await shopper();
  const key = await keyOf(visitor);
  const before = await databaseContent(owner);
  const wrong = { ...typed, customer_email: 'ada.example.com"', shipping_address: '  ', idempotency_key: key };
  const page = await visitor.submit('/checkout', wrong);
  expectPage(page, 400, /Enter your e-mail address/);
  assert.match(page.payload, /Enter the address to deliver to/);
  assert.equal(controlValue(page, 'customer_name'), 'Ada &lt;b&gt;Lovelace&lt;/b&gt;');
  assert.equal(controlValue(page, 'customer_email'), 'ada.example.com&quot;');
  assert.match(page.payload, /&lt;img src=x onerror=alert\(1\)&gt;/);
  assert.equal(controlValue(page, 'idempotency_key'), key);
  expectPage(await visitor.submit('/checkout', {}), 400, /Enter your name/);
  for (const field of ['customer_name', 'shipping_address', 'notes'])
    expectPage(await visitor.submit('/checkout', { ...typed, [field]: 'a\u0000b' }), 400, /<h1/);
  assert.deepEqual(await databaseContent(owner), before);
});

test('a key that cannot be one is replaced, so that the form can be sent again', async () => {
  const visitor = await shopper();
  const page = await visitor.submit('/checkout', { ...typed, idempotency_key: 'x'.repeat(200) });
  assert.equal(page.statusCode, 400);
  const placed = await visitor.submit('/checkout', {
    ...typed,
    idempotency_key: controlValue(page, 'idempotency_key') ?? '',
  });
  assert.equal(placed.statusCode, 303, placed.payload);
});

test('a declined card shows the form again with a fresh key, and another card goes through', async () => {
  const visitor = await shopper();
  const key = await keyOf(visitor);
  const page = await visitor.submit('/checkout', { ...typed, payment_token: 'tok_declined', idempotency_key: key });
  expectPage(page, 402, /declined/);
  const fresh = controlValue(page, 'idempotency_key');
  assert.ok(fresh && fresh !== key);
  assert.equal(controlValue(page, 'customer_email'), typed.customer_email);
  const placed = await visitor.submit('/checkout', { ...typed, idempotency_key: fresh });
  assert.equal(placed.statusCode, 303, placed.payload);
});

test('a processor that is down shows the form again, and the same key goes through later', async () => {
  const visitor = await shopper();
  const key = await keyOf(visitor);
  const down = { ...typed, payment_token: 'tok_processor_down', idempotency_key: key };
  const page = await visitor.submit('/checkout', down);
  expectPage(page, 503, /not available/);
  assert.equal(controlValue(page, 'idempotency_key'), key);
  assert.equal((await visitor.submit('/checkout', { ...typed, idempotency_key: key })).statusCode, 303);
});

test('a product taken off sale shows the form again with the reason', async () => {
  const visitor = await shopper(other.id);
  await changeProduct(t, other.id, { isActive: false });
  expectPage(await visitor.submit('/checkout', typed), 409, /no longer sold/);
  await changeProduct(t, other.id, { isActive: true });
});

test('an empty cart has nothing to check out', async () => {
  const visitor = visitorOf(app);
  const opened = await visitor.open('/checkout');
  assert.deepEqual([opened.statusCode, opened.headers.location], [303, '/cart']);
  const before = await databaseContent(owner);
  expectPage(await visitor.submit('/checkout', typed), 409, /cart is empty/);
  expectPage(await visitorOf(app).submit('/checkout', {}), 400, /customer_name/);
  assert.deepEqual(await databaseContent(owner), before);
});
