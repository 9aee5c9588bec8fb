import type { Ctx } from '../context.ts';
import { deleteKeysBefore } from './queries.ts';

const keptForMs = 24 * 60 * 60 * 1000;

/** Forgets the answers of checkouts that nobody will repeat any more. Returns how many it forgot. */
export async function purgeIdempotencyKeys(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - keptForMs);
  let forgotten = 0;
  for (;;) {
    const deleted = await deleteKeysBefore(ctx.db, { before });
    forgotten += deleted;
    if (deleted === 0) return forgotten;
  }
}
