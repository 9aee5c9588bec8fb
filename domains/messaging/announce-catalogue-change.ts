import type { Ctx } from '../context.ts';
import { moveCatalogVersion } from './queries.ts';

/**
 * Tells every shop process to read products and storefronts again: they look at one row twice a second, which needs no message.
 * The last statement of the transaction that made the change, for it is one row for everybody.
 */
export async function announceCatalogueChange(ctx: Ctx): Promise<void> {
  await moveCatalogVersion(ctx.db, { at: ctx.clock.now() });
}
