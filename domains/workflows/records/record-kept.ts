import type { WorkflowsCtx } from '../workflows-context.ts';
import { isDatabaseAway } from './database-away.ts';
import { writeDown } from './write-down.ts';

/** How many entries were written down, and how many will never be. */
export interface Recorded {
  recorded: number;
  lost: number;
}

/** Writes down what was kept while the database was away, the oldest first. Throws Unavailable while it still is. */
export async function recordKept(ctx: WorkflowsCtx): Promise<Recorded> {
  let recorded = 0;
  let lost = 0;
  for (let kept = ctx.journal.first(); kept; kept = ctx.journal.first()) {
    try {
      await writeDown(ctx, kept);
      recorded += 1;
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      // What the database will never take must not keep the rest from going.
      lost += 1;
    }
    ctx.journal.drop(kept);
  }
  return { recorded, lost: lost + ctx.journal.takeLost() };
}
