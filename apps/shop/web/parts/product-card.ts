import type { Product } from '@octo/contracts/catalog.ts';
import { formatMoney } from '@octo/ui/format.ts';
import { type Html, html } from '@octo/ui/html.ts';
import { productUrl } from '../urls.ts';
import { stockWarning } from './stock.ts';

/** Said elsewhere on the card already. */
const impliedSpecs = new Set(['category', 'sku', 'availability']);

export function productGrid(products: readonly Product[]): Html {
  return html`<ul class="product-grid" data-products>${products.map(productCard)}</ul>`;
}

function productCard(product: Product, index: number): Html {
  return html`<li class="product-card">
    <img class="picture" src="${product.image_url}" width="640" height="480" alt=""${index > 3 && html` loading="lazy"`}>
    <div class="product-card-text">
      <h3><a class="product-card-link" href="${productUrl(product.id)}">${product.name}</a></h3>
      <p class="product-card-specs muted small">${keySpecs(product)}</p>
      <p class="product-card-price"><span class="number">${formatMoney(product.price, product.currency)}</span>
        ${stockWarning(product)}</p>
    </div>
  </li>`;
}

function keySpecs(product: Product): string {
  const telling = product.specs.filter(({ label }) => !impliedSpecs.has(label.toLowerCase())).slice(0, 2);
  return telling.length > 0 ? telling.map(({ label, value }) => `${label} ${value}`).join(' · ') : product.category;
}
