import type { Ctx } from '../context.ts';
import { countProducts as selectCount } from './queries.ts';
import { searchWords } from './search-words.ts';

export async function countProducts(
  ctx: Ctx,
  input: { shopId: number; search?: string | undefined; category?: string | undefined },
): Promise<number> {
  const filter = { shopId: input.shopId, words: searchWords(input.search), category: input.category };
  const [row] = await selectCount(ctx.db, { filter });
  return row?.total ?? 0;
}
