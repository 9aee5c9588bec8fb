import type { Product } from '@octo/contracts/catalog.ts';
import { formatMoney } from '@octo/ui/format.ts';
import { type Html, html } from '@octo/ui/html.ts';
import { productUrl } from '../urls.ts';
import { stockWarning } from './stock.ts';

export function productGrid(products: readonly Product[]): Html {
  return html`<ul class="product-grid" data-products>${products.map(productCard)}</ul>`;
}

function productCard(product: Product, index: number): Html {
  return html`<li class="product-card">
    <img class="picture" src="${product.image_url}" width="640" height="480" alt=""${index > 3 && html` loading="lazy"`}>
    <div class="product-card-text">
      <h3><a class="product-card-link" href="${productUrl(product.id)}">${product.name}</a></h3>
      <p class="muted small">${product.category}</p>
      <p class="product-card-price"><span class="number">${formatMoney(product.price, product.currency)}</span>
        ${stockWarning(product)}</p>
    </div>
  </li>`;
}
