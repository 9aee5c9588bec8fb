import { cartPage } from '../cart.ts';
import { cataloguePage } from '../catalogue.ts';
import { checkoutPage } from '../checkout.ts';
import { confirmationPage } from '../confirmation.ts';
import { homePage } from '../home.ts';
import { locationsPage } from '../locations.ts';
import { maintenancePage } from '../maintenance.ts';
import { problemPage } from '../problem.ts';
import { productPage } from '../product.ts';
import { cartWith, locationWith, orderWith, productWith, siteWith, storefrontWith } from './views.ts';

/** Every page, with `text` in every place that a visitor, an operator or the database can fill. */
export function everyPage(text: string): ReadonlyMap<string, string> {
  const site = siteWith(text);
  const products = [productWith(text), productWith(text, { id: 2, stock: 0, inventory_badge: 'Out of Stock' })];
  const locations = [locationWith(text)];
  const errors = ['customer_name', 'shipping_address', 'payment_method', 'payment_token', 'idempotency_key'].map(
    (field) => ({
      field,
      message: text,
    }),
  );
  const categories = [{ name: text, count: 3, image_url: text }];
  const query = { search: text, category: text, sort_by: 'price', after: 'abc' } as const;
  const values = { customer_name: text, customer_email: text, shipping_address: text, notes: text };
  const checkout = { cart: cartWith(text), values, errors, idempotencyKey: text, offersTestCards: true };
  return new Map([
    ['home', homePage(site, { storefront: storefrontWith(text), featured: products, categories, locations })],
    ['catalogue', cataloguePage(site, { products, total: 2, categories, query, next: 'def' })],
    ['catalogue without results', cataloguePage(site, { products: [], total: 0, categories, query })],
    ['product', productPage(site, { product: productWith(text), related: products })],
    ['sold-out product', productPage(site, { product: productWith(text, { stock: 0 }), related: [] })],
    ['cart', cartPage(site, { cart: cartWith(text), notice: { tone: 'bad', text } })],
    ['cart with a sold-out line', cartPage(site, { cart: cartWith(text, { is_available: false, stock: 0 }) })],
    ['empty cart', cartPage(site, { cart: { items: [], total: 0, session_id: text } })],
    ['checkout', checkoutPage(site, { ...checkout, notice: { tone: 'bad', text } })],
    ['confirmation', confirmationPage(site, { order: orderWith(text) })],
    [
      'confirmation of a transfer',
      confirmationPage(site, { order: orderWith(text, { payment_method: 'bank_transfer' }) }),
    ],
    ['locations', locationsPage(site, { locations })],
    ['problem', problemPage(site, { status: 400, title: text, message: text, traceId: text, errors })],
    ['maintenance', maintenancePage(site, { storefront: storefrontWith(text), traceId: text })],
  ]);
}
