import type { Ctx } from '../context.ts';
import { type ActiveFault, longestSeconds } from './active-fault.ts';
import { findFault } from './find-fault.ts';
import { selectActiveFaults } from './queries.ts';

/** What is applied just now, the longest first. What only another release knows has no effect in this one. */
export async function listActiveFaults(ctx: Pick<Ctx, 'db' | 'clock'>): Promise<ActiveFault[]> {
  const now = ctx.clock.now();
  const rows = await selectActiveFaults(ctx.db, { now });
  return rows.flatMap(({ id, ...row }) => {
    const fault = findFault(id);
    const expiresAt = endOf(row);
    return fault && expiresAt > now ? [{ fault, ...row, expiresAt }] : [];
  });
}

/** Within the hour, whatever somebody wrote into the row. */
function endOf({ appliedAt, expiresAt }: Pick<ActiveFault, 'appliedAt' | 'expiresAt'>): Date {
  return new Date(Math.min(expiresAt.getTime(), appliedAt.getTime() + longestSeconds * 1000));
}
