import type { Cart as WireCart } from '@octo/contracts/cart.ts';
import type { Product as WireProduct } from '@octo/contracts/catalog.ts';
import type { PlacedOrder } from '@octo/contracts/checkout.ts';
import type { Location as WireLocation } from '@octo/contracts/shops.ts';
import type { Cart } from '@octo/domains/cart';
import type { Product } from '@octo/domains/catalog';
import type { Order } from '@octo/domains/orders';
import type { Location } from '@octo/domains/shops';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';

const lowStock = 20;

/** From what the domains say to what crosses the wire: snake_case, decimal dollars. */
export function toWireProduct(product: Product, currency: string): WireProduct {
  const badge = product.stock === 0 ? 'Out of Stock' : product.stock <= lowStock ? 'Low Stock' : 'In Stock';
  return {
    id: product.id,
    sku: product.sku,
    name: product.name,
    description: product.description,
    category: product.category,
    price: dollarsFromCents(product.priceCents),
    currency,
    stock: product.stock,
    inventory_badge: badge,
    image_url: imageUrlOf(product),
    specs: [
      { label: 'Category', value: product.category },
      { label: 'SKU', value: product.sku },
      { label: 'Availability', value: badge },
    ],
  };
}

function imageUrlOf(product: { sku: string; imageUrl?: string | null }): string {
  return product.imageUrl ?? `/images/products/${product.sku.toLowerCase()}.svg`;
}

export function toWireCart(cart: Cart, sessionId: string): WireCart {
  const items = cart.lines.map((line) => ({
    id: line.id,
    product_id: line.productId,
    quantity: line.quantity,
    line_total: dollarsFromCents(line.lineTotalCents),
    is_available: line.isAvailable,
    name: line.name,
    sku: line.sku,
    category: line.category,
    price: dollarsFromCents(line.priceCents),
    stock: line.stock,
    image_url: imageUrlOf(line),
  }));
  return { items, total: dollarsFromCents(cart.totalCents), session_id: sessionId };
}

export function toWireOrder(order: Order): PlacedOrder {
  return {
    order_id: order.id,
    order_number: order.orderNumber,
    status: order.status,
    payment_method: order.paymentMethod,
    payment_status: order.paymentStatus,
    customer_name: order.customerName,
    customer_email: order.customerEmail,
    shipping_address: order.shippingAddress,
    currency: order.currency,
    total: dollarsFromCents(order.totalCents),
    trace_id: order.traceId,
    created_at: order.createdAt.toISOString(),
    items: order.lines.map((line) => ({
      product_id: line.productId,
      name: line.name,
      sku: line.sku,
      quantity: line.quantity,
      unit_price: dollarsFromCents(line.unitPriceCents),
      line_total: dollarsFromCents(line.unitPriceCents * line.quantity),
      image_url: imageUrlOf(line),
    })),
  };
}

export function toWireLocation(location: Location): WireLocation {
  const { contactEmail: contact_email, contactPhone: contact_phone, ...rest } = location;
  return { ...rest, contact_email, contact_phone };
}
