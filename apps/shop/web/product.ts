import type { Product } from '@octo/contracts/catalog.ts';
import { formatMoney } from '@octo/ui/format.ts';
import { type Html, html } from '@octo/ui/html.ts';
import { layout } from './layout.ts';
import { productGrid } from './parts/product-card.ts';
import { quantityControl } from './parts/quantity.ts';
import { stockBadge } from './parts/stock.ts';
import type { Site } from './site.ts';
import { catalogueUrl } from './urls.ts';

export interface ProductView {
  product: Product;
  related: readonly Product[];
}

export function productPage(site: Site, { product, related }: ProductView): string {
  return layout(
    site,
    { title: product.name, description: product.description },
    html`<div class="wrap product">
      <nav class="trail small" aria-label="Breadcrumb">
        <ol>
          <li><a class="trail-link" href="/shop">All products</a></li>
          <li><a class="trail-link" href="${catalogueUrl({ category: product.category })}">${product.category}</a></li>
        </ol>
      </nav>
      <div class="product-main">
        <img class="picture product-picture" src="${product.image_url}" width="640" height="480" alt="${product.name}" fetchpriority="high">
        <div class="product-text">
          <h1>${product.name}</h1>
          <p class="product-price number">${formatMoney(product.price, product.currency)}</p>
          <p class="product-stock">${stockBadge(product)} <span class="muted small">SKU ${product.sku}</span></p>
          <p class="product-description">${product.description}</p>
          ${product.stock > 0 ? buyForm(product) : soldOut(product, related.length > 0)}
        </div>
      </div>
      ${related.length > 0 && relatedSection(related)}
    </div>`,
  );
}

function buyForm(product: Product): Html {
  return html`<form class="buy" action="/cart/lines" method="post" data-add-to-cart data-category="${product.category}">
    <input type="hidden" name="product_id" value="${product.id}">
    <div class="buy-row">
      ${quantityControl({ id: 'quantity', of: product.name, value: 1, stock: product.stock })}
      <button class="button button-large" type="submit" data-add-button>Add to cart</button>
    </div>
    <div class="buy-result" role="status" data-add-result></div>
  </form>`;
}

function soldOut(product: Product, hasRelated: boolean): Html {
  const href = hasRelated ? '#related' : catalogueUrl({ category: product.category });
  return html`<div class="notice notice-warn">
    <p class="notice-title">Sold out for now.</p>
    <p><a href="${href}">See what else we have in ${product.category}</a> or <a href="/locations">ask a dealer</a>.</p>
  </div>`;
}

function relatedSection(related: readonly Product[]): Html {
  return html`<section class="product-section" aria-labelledby="related">
    <h2 id="related">Also worth a look</h2>
    ${productGrid(related)}
  </section>`;
}
