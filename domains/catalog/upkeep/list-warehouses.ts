import type { Ctx } from '../../context.ts';
import { selectWarehouses } from './queries.ts';

export interface Warehouse {
  id: number;
  name: string;
  region: string;
}

/** The warehouses in the order in which orders draw on them. */
export async function listWarehouses(ctx: Pick<Ctx, 'db'>): Promise<Warehouse[]> {
  return await selectWarehouses(ctx.db, {});
}
