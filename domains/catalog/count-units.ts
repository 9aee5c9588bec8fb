import type { Ctx } from '../context.ts';
import { countUnits as selectUnits } from './queries.ts';

/** The units in stock, in all warehouses, of everything a shop sells. */
export async function countUnits(ctx: Ctx, input: { shopId: number }): Promise<number> {
  const [row] = await selectUnits(ctx.db, input);
  return row?.units ?? 0;
}
