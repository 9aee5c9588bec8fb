import type { Ctx } from '../context.ts';
import { selectLocations } from './queries.ts';

export interface Location {
  id: number;
  name: string;
  address: string;
  coordinates: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
}

/** The open dealers that a buyer can visit, a hundred at most. */
export async function listLocations(ctx: Ctx): Promise<Location[]> {
  const rows = await selectLocations(ctx.db, {});
  return rows.map((row) => ({ ...row, address: row.address ?? '' }));
}
