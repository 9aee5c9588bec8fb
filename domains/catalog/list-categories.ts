import type { Ctx } from '../context.ts';
import { selectCategories } from './queries.ts';

/** The categories that hold at least one product on sale, by name. */
export async function listCategories(
  ctx: Ctx,
  input: { shopId: number },
): Promise<{ name: string; products: number }[]> {
  const rows = await selectCategories(ctx.db, input);
  return rows.map((row) => ({ name: row.category, products: row.products }));
}
