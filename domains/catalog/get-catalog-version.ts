import type { Ctx } from '../context.ts';
import { selectCatalogVersion } from './queries.ts';

/** Grows with every change of products and shops; sales leave it alone. */
export async function getCatalogVersion(ctx: Pick<Ctx, 'db'>): Promise<number> {
  const [row] = await selectCatalogVersion(ctx.db, {});
  return row?.version ?? 0;
}
