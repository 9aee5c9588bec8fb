import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { selectShop } from './queries.ts';

export interface Storefront {
  id: number;
  slug: string;
  name: string;
  region: string;
  currency: string;
  status: 'active' | 'maintenance' | 'inactive';
}

/** The storefront with this slug. Throws Unavailable when there is none: the process is configured for a shop that is missing. */
export async function getStorefront(ctx: Pick<Ctx, 'db'>, input: { slug: string }): Promise<Storefront> {
  const [shop] = await selectShop(ctx.db, input);
  if (!shop) throw new AppError('Unavailable', 'shops.storefront_missing', 'This shop is not open yet.');
  return shop;
}
