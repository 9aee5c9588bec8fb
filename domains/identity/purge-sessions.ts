import type { Ctx } from '../context.ts';
import { deleteAttemptsBefore } from './lock-out/queries.ts';
import { deleteSessionsBefore } from './queries.ts';

const dayMs = 24 * 60 * 60 * 1000;
const sessionsKeptMs = 30 * dayMs;
const attemptsKeptMs = dayMs;
const mostRounds = 100;

/** Forgets sessions that ended or expired a month ago, and attempts of yesterday; so many of each at a time. Returns how many. */
export async function purgeSessions(ctx: Ctx): Promise<{ sessions: number; attempts: number }> {
  const before = (keptMs: number) => ({ before: new Date(ctx.clock.now().getTime() - keptMs) });
  return {
    sessions: await repeated(() => deleteSessionsBefore(ctx.db, before(sessionsKeptMs))),
    attempts: await repeated(() => deleteAttemptsBefore(ctx.db, before(attemptsKeptMs))),
  };
}

async function repeated(deleteSome: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const deleted = await deleteSome();
    total += deleted;
    if (deleted === 0) break;
  }
  return total;
}
