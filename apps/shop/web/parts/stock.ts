import type { Product } from '@octo/contracts/catalog.ts';
import { formatCount } from '@octo/ui/format.ts';
import { type Html, html } from '@octo/ui/html.ts';

type Stocked = Pick<Product, 'stock' | 'inventory_badge'>;

const hardlyAny = 5;

/** What is really there, in words: the exact count, and a warning only when it matters to the buyer. */
export function stockBadge({ stock, inventory_badge }: Stocked): Html {
  if (inventory_badge === 'Out of Stock') return html`<span class="badge badge-bad">Out of stock</span>`;
  if (stock <= hardlyAny) return html`<span class="badge badge-warn">Only ${formatCount(stock)} left</span>`;
  return html`<span class="badge badge-good">${formatCount(stock)} in stock</span>`;
}

/** On a card enough for most orders is the normal case and says nothing. */
export function stockWarning(product: Stocked): Html | undefined {
  return product.stock > hardlyAny ? undefined : stockBadge(product);
}
