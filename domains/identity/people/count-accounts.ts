import type { Ctx } from '../../context.ts';
import { countOpenSessions, countPeople } from './queries.ts';

/** How many can sign in, staff and buyers, and how many sessions are open. Counts every person: keep it for a while. */
export async function countAccounts(ctx: Pick<Ctx, 'db' | 'clock'>): Promise<{ people: number; openSessions: number }> {
  const [people] = await countPeople(ctx.db, {});
  const [open] = await countOpenSessions(ctx.db, { now: ctx.clock.now() });
  return { people: people?.people ?? 0, openSessions: open?.sessions ?? 0 };
}
