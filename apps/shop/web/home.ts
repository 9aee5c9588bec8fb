import type { Product } from '@octo/contracts/catalog.ts';
import type { Location, Storefront } from '@octo/contracts/shops.ts';
import { formatCount, formatMoney, formatQuantity } from '@octo/ui/format.ts';
import { type Html, html } from '@octo/ui/html.ts';
import { layout } from './layout.ts';
import { productGrid } from './parts/product-card.ts';
import { brand, type CategoryCount, type Site } from './site.ts';
import { catalogueUrl, productUrl } from './urls.ts';

export interface HomeView {
  storefront: Storefront;
  /** The first is shown large. */
  featured: readonly Product[];
  categories: readonly (CategoryCount & { image_url: string })[];
  locations: readonly Location[];
}

export function homePage(site: Site, view: HomeView): string {
  const [hero, ...others] = view.featured;
  const description = 'Drones, parts and batteries for surveyors, inspectors, film crews and racers.';
  return layout(
    site,
    { title: brand, description },
    html`<div class="wrap home">
      ${heroSection(view, hero)}
      ${view.categories.length > 0 && categorySection(view)}
      ${others.length > 0 && featuredSection(others)}
      ${view.locations.length > 0 && dealerSection(view.locations)}
    </div>`,
  );
}

function heroSection(view: HomeView, hero: Product | undefined): Html {
  const total = view.categories.reduce((sum, category) => sum + category.count, 0);
  return html`<section class="hero">
    <div class="hero-text">
      <h1>Drones that do the work.</h1>
      <p class="hero-lead">${total > 0 ? formatCount(total) : 'Our'} aircraft, parts and batteries for surveying, inspection,
        film and racing. What we show in stock is in stock.</p>
      <p class="hero-actions"><a class="button button-large" href="/shop">Shop all products</a></p>
    </div>
    ${
      hero &&
      html`<a class="hero-product" href="${productUrl(hero.id)}">
      <img class="picture" src="${hero.image_url}" width="640" height="480" alt="" fetchpriority="high">
      <span class="hero-caption"><span class="label">${hero.name}</span>
        <span class="number">${formatMoney(hero.price, hero.currency)}</span></span>
    </a>`
    }
  </section>`;
}

function categorySection(view: HomeView): Html {
  return html`<section class="home-section" aria-labelledby="categories">
    <h2 id="categories">Shop by category</h2>
    <ul class="category-grid">
      ${view.categories.map(
        ({ name, count, image_url }) => html`<li><a class="category-card" href="${catalogueUrl({ category: name })}">
          <img class="picture" src="${image_url}" width="640" height="480" alt="" loading="lazy">
          <span class="category-name">${name}</span>
          <span class="muted small">${formatQuantity(count, 'product')}</span>
        </a></li>`,
      )}
    </ul>
  </section>`;
}

function featuredSection(products: readonly Product[]): Html {
  return html`<section class="home-section" aria-labelledby="featured">
    <h2 id="featured">Featured</h2>
    ${productGrid(products)}
  </section>`;
}

function dealerSection(locations: readonly Location[]): Html {
  return html`<section class="home-section dealer-strip" aria-labelledby="dealers">
    <div>
      <h2 id="dealers">See one fly first</h2>
      <p class="muted">${locations.map(({ name }) => name).join(' · ')}</p>
    </div>
    <a class="button button-quiet" href="/locations">Find a dealer</a>
  </section>`;
}
