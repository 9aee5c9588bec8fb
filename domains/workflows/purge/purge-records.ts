import type { Ctx } from '../../context.ts';
import { deleteExecutionsBefore, deleteRunsBefore, deleteSnapshotsBefore, purgeStep } from './queries.ts';

type Delete = (db: Ctx['db'], input: { before: Date }) => Promise<number>;

/** Deletes what is older than that, in bounded steps; a run goes when nothing belongs to it any more. Returns how many rows went. */
export async function purgeRecords(
  ctx: Pick<Ctx, 'db' | 'clock'>,
  { retentionMs }: { retentionMs: number },
): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - retentionMs);
  const deletes: readonly Delete[] = [deleteExecutionsBefore, deleteSnapshotsBefore, deleteRunsBefore];
  let deleted = 0;
  for (const remove of deletes) {
    for (let step = purgeStep; step === purgeStep; deleted += step) step = await remove(ctx.db, { before });
  }
  return deleted;
}
