import type { Ctx } from '../context.ts';
import { selectOne } from './queries.ts';

/** Returns when the database has answered. Throws Unavailable, TimedOut. */
export async function pingDatabase(ctx: Pick<Ctx, 'db'>): Promise<void> {
  await selectOne(ctx.db, {});
}
