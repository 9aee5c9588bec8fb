import type { Product, ProductQuery, SortOrder } from '@octo/contracts/catalog.ts';
import { formatCount, formatQuantity } from '@octo/ui/format.ts';
import { type Html, html } from '@octo/ui/html.ts';
import { layout } from './layout.ts';
import { productGrid } from './parts/product-card.ts';
import type { CategoryCount, Site } from './site.ts';
import { catalogueUrl } from './urls.ts';

export interface CatalogueView {
  products: readonly Product[];
  /** Products under these filters on all pages together. */
  total: number;
  categories: readonly CategoryCount[];
  query: ProductQuery;
  next?: string | undefined;
}

/** The orders a buyer asks for; the API knows more. */
const offeredOrders: readonly { sort: SortOrder; label: string }[] = [
  { sort: 'name', label: 'Name' },
  { sort: 'price', label: 'Price, low to high' },
  { sort: 'price_desc', label: 'Price, high to low' },
  { sort: 'newest', label: 'Newest first' },
  { sort: 'stock', label: 'Stock' },
];

export function cataloguePage(site: Site, view: CatalogueView): string {
  const title = view.query.category ?? (view.query.search ? `Search: ${view.query.search}` : 'All products');
  return layout(
    site,
    { title, search: view.query.search },
    html`<div class="wrap catalogue">
      <div class="catalogue-head">
        <div>
          <h1>${view.query.category ?? (view.query.search ? 'Search results' : 'All products')}</h1>
          <p class="muted">${summary(view)}</p>
        </div>
        ${view.total > 1 && sortForm(view.query)}
      </div>
      ${categoryFilter(view)}
      <section class="catalogue-results" aria-labelledby="results">
        <h2 class="visually-hidden" id="results">Products</h2>
        ${view.products.length > 0 ? html`${productGrid(view.products)}${paging(view)}` : nothingFound(view.query)}
      </section>
    </div>`,
  );
}

function summary({ total, query }: CatalogueView): Html {
  return html`${formatQuantity(total, 'product')}${query.search && html` for “${query.search}”`}
    ${query.search && html`<a class="clear-link" href="${catalogueUrl({ ...query, search: undefined, after: undefined })}">Clear search</a>`}`;
}

function sortForm(query: ProductQuery): Html {
  const current = query.sort_by ?? 'name';
  return html`<form class="sort" action="/shop" data-submit-on-change>
    ${query.search && html`<input type="hidden" name="search" value="${query.search}">`}
    ${query.category && html`<input type="hidden" name="category" value="${query.category}">`}
    <label class="small muted" for="sort_by">Sort by</label>
    <select class="input" id="sort_by" name="sort_by">
      ${offeredOrders.map(
        ({ sort, label }) => html`<option value="${sort}"${sort === current && html` selected`}>${label}</option>`,
      )}
    </select>
    <button class="button button-quiet without-script" type="submit">Sort</button>
  </form>`;
}

/** The counts are those of the whole shop, so a search shows none. */
function categoryFilter({ categories, query }: CatalogueView): Html {
  const all = categories.reduce((sum, category) => sum + category.count, 0);
  const choices = [{ name: undefined, count: all }, ...categories];
  return html`<nav class="category-filter" aria-label="Categories">
    <ul>
      ${choices.map(({ name, count }) => {
        const href = catalogueUrl({ ...query, category: name, after: undefined });
        return html`<li><a class="category-link" href="${href}"${name === query.category && html` aria-current="true"`}>
          <span>${name ?? 'All products'}</span> ${!query.search && html`<span class="category-count number">${formatCount(count)}</span>`}</a></li>`;
      })}
    </ul>
  </nav>`;
}

function paging({ query, next }: CatalogueView): Html {
  return html`<nav class="paging" aria-label="Pages">
    ${query.after && html`<a class="button button-quiet" href="${catalogueUrl({ ...query, after: undefined })}">Back to the first page</a>`}
    ${next && html`<a class="button button-quiet" data-more href="${catalogueUrl({ ...query, after: next })}">Show more products</a>`}
  </nav>`;
}

function nothingFound(query: ProductQuery): Html {
  return html`<div class="empty">
    <p class="empty-title">Nothing matches${query.search && html` “${query.search}”`}${query.category && html` in ${query.category}`}.</p>
    <p class="muted">Try fewer or other words, a SKU such as DRN-001, or another category.</p>
    <p class="empty-actions">
      ${query.search && query.category && html`<a class="button" href="${catalogueUrl({ search: query.search })}">Search all categories</a>`}
      <a class="button button-quiet" href="/shop">Show all products</a>
    </p>
  </div>`;
}
