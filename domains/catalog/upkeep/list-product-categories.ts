import type { Ctx } from '../../context.ts';
import { selectCategoriesInUse } from './queries.ts';

/** Every category that a product is in, on sale or not, by name; a thousand at most. */
export async function listProductCategories(ctx: Pick<Ctx, 'db'>): Promise<string[]> {
  return (await selectCategoriesInUse(ctx.db, {})).map((row) => row.category);
}
