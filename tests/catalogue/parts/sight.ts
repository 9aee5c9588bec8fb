import type { Product } from '@octo/contracts/catalog.ts';
import type { LightMyRequestResponse as Answer } from 'fastify';
import type { TestShop } from '../../../apps/shop/testing/test-shop.ts';

/** A product as the API of a shop shows it; undefined when the shop does not. */
export async function productIn({ app }: TestShop, id: number): Promise<Product | undefined> {
  const answer = await app.inject(`/api/products/${id}`);
  return answer.statusCode === 200 ? answer.json() : undefined;
}

/** The page that a person sees. */
export function pageOf({ app }: TestShop, url: string): Promise<Answer> {
  return app.inject({ url, headers: { accept: 'text/html' } });
}

/** The ids that the list of a shop finds. */
export async function foundIn({ app }: TestShop, search: string): Promise<number[]> {
  const { products } = (await app.inject(`/api/products?search=${encodeURIComponent(search)}`)).json();
  return products.map((product: Product) => product.id);
}
