import type { Cart } from '@octo/contracts/cart.ts';
import type { Product } from '@octo/contracts/catalog.ts';
import type { PlacedOrder } from '@octo/contracts/checkout.ts';
import type { Location, Storefront } from '@octo/contracts/shops.ts';
import type { Site } from '../site.ts';

/** Text that breaks out of an element, an attribute of either quote, or a script when it is not escaped. */
export const hostile = `</title></script><x-hostile onload='x()' a="b">&amp;`;

export const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

export function siteWith(text: string): Site {
  return { asset: (name) => `/assets/hash/${name}`, categories: [{ name: text, count: 3 }] };
}

export function productWith(text: string, overrides: Partial<Product> = {}): Product {
  return {
    id: 1,
    sku: text,
    name: text,
    description: text,
    category: text,
    price: 1299.99,
    currency: 'USD',
    stock: 25,
    inventory_badge: 'In Stock',
    image_url: text,
    specs: [{ label: text, value: text }],
    ...overrides,
  };
}

export function cartWith(text: string, overrides: Partial<Cart['items'][number]> = {}): Cart {
  const item = {
    id: 7,
    product_id: 1,
    quantity: 2,
    line_total: 2599.98,
    is_available: true,
    name: text,
    sku: text,
    category: text,
    price: 1299.99,
    stock: 25,
    image_url: text,
    ...overrides,
  };
  return { items: [item], total: item.line_total, session_id: text };
}

export function orderWith(text: string, overrides: Partial<PlacedOrder> = {}): PlacedOrder {
  return {
    order_id: 42,
    order_number: text,
    status: 'placed',
    payment_method: 'credit_card',
    payment_status: 'paid',
    customer_name: text,
    customer_email: text,
    shipping_address: text,
    currency: 'USD',
    total: 2599.98,
    trace_id: text,
    created_at: '2026-11-21T20:15:00Z',
    items: [
      { product_id: 1, name: text, sku: text, quantity: 2, unit_price: 1299.99, line_total: 2599.98, image_url: text },
    ],
    ...overrides,
  };
}

export function locationWith(text: string, overrides: Partial<Location> = {}): Location {
  return {
    id: 1,
    name: text,
    address: text,
    coordinates: text,
    contact_email: text,
    contact_phone: text,
    ...overrides,
  };
}

export function storefrontWith(text: string): Storefront {
  return { slug: 'primary-store', name: text, region: text, currency: 'USD', status: 'active' };
}
