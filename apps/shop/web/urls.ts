import type { ProductQuery } from '@octo/contracts/catalog.ts';

/** The filters of the catalogue; undefined takes one away. */
export type CatalogueFilter = { [Name in keyof ProductQuery]?: ProductQuery[Name] | undefined };

export function productUrl(id: number): string {
  return `/products/${id}`;
}

/** The catalogue under these filters; the page size is the server's matter. */
export function catalogueUrl(query: CatalogueFilter = {}): string {
  const search = new URLSearchParams();
  if (query.search) search.set('search', query.search);
  if (query.category) search.set('category', query.category);
  if (query.sort_by) search.set('sort_by', query.sort_by);
  if (query.after) search.set('after', query.after);
  return search.size === 0 ? '/shop' : `/shop?${search}`;
}
